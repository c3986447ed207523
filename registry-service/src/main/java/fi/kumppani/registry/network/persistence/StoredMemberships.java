package fi.kumppani.registry.network.persistence;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.registry.association.Members;
import fi.kumppani.registry.network.Membership;
import fi.kumppani.registry.network.MembershipId;
import fi.kumppani.registry.network.Memberships;
import fi.kumppani.registry.network.Outcome;
import fi.kumppani.registry.network.Refusal;
import fi.kumppani.registry.network.Step;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * One document for each association and network, whose ids make its own: nothing has to be looked
 * for, and there cannot be two.
 */
@Component
class StoredMemberships implements Memberships, Members {

    private static final int READ_TOGETHER = 500;
    private static final List<String> MEMBERS = List.of(MembershipDocument.MEMBER);
    private static final List<String> REQUESTS = List.of(MembershipDocument.ASKED);
    private static final List<String> ALL =
            List.of(MembershipDocument.ASKED, MembershipDocument.MEMBER, MembershipDocument.ENDED);

    private final AggregateCollection<MembershipDocument> collection;
    private final MessageTranslator<Membership> translator;

    StoredMemberships(AggregateCollections collections, MessageTranslator<Membership> translator) {
        this.collection =
                collections
                        .collection("memberships", MembershipDocument.class)
                        .state(MembershipDocument::state)
                        .open();
        this.translator = translator;
    }

    @Override
    public Optional<Stored<Membership>> find(MembershipId id) {
        return collection.find(id.value()).map(StoredMemberships::open);
    }

    @Override
    public List<Stored<Membership>> findAll(Collection<MembershipId> ids) {
        return collection.findAll(ids.stream().map(MembershipId::value).toList()).stream()
                .map(StoredMemberships::open)
                .toList();
    }

    @Override
    public List<Stored<Membership>> ofNetwork(
            String network, boolean membersOnly, String after, int limit) {
        String behind = new MembershipId(network, after).value();
        return collection.listIn(membersOnly ? MEMBERS : ALL, behind, limit).stream()
                .takeWhile(stored -> stored.body().network().equals(network))
                .map(StoredMemberships::open)
                .toList();
    }

    @Override
    public List<Stored<Membership>> requests(String after, int limit) {
        return collection.listIn(REQUESTS, after, limit).stream()
                .map(StoredMemberships::open)
                .toList();
    }

    @Override
    public Map<String, Set<String>> byNetwork() {
        Map<String, Set<String>> members = new HashMap<>();
        List<Stored<MembershipDocument>> some = collection.listIn(MEMBERS, "", READ_TOGETHER);
        while (!some.isEmpty()) {
            for (Stored<MembershipDocument> each : some) {
                members.computeIfAbsent(each.body().network(), _ -> new HashSet<>())
                        .add(each.body().association());
            }
            some = collection.listIn(MEMBERS, some.getLast().id(), READ_TOGETHER);
        }
        return members;
    }

    @Override
    public Outcome<Membership> change(
            MembershipId id,
            long version,
            Function<Optional<Membership>, Step<Membership>> decide) {
        if (version == 0) {
            return begin(id, decide.apply(Optional.empty()));
        }
        return collection
                .change(
                        id.value(),
                        OptionalLong.of(version),
                        stored -> take(stored, before -> decide.apply(Optional.of(before))))
                .orElseThrow(StaleVersionException::new);
    }

    @Override
    public Outcome<Membership> change(
            MembershipId id, Function<Membership, Step<Membership>> decide) {
        return collection
                .change(id.value(), stored -> take(stored, decide))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome<Membership> begin(MembershipId id, Step<Membership> step) {
        return switch (step) {
            case Step.Take<Membership>(Membership next) -> insert(next);
            case Step.Stay<Membership> _ ->
                    throw new IllegalStateException("Nothing is there that could stay: " + id);
            case Step.Refuse<Membership>(Refusal refusal) -> new Outcome.Refused<>(refusal);
        };
    }

    private Outcome<Membership> insert(Membership next) {
        Insertion<MembershipDocument> insertion =
                collection.insert(
                        next.id().value(),
                        null,
                        MembershipDocument.from(next),
                        translator.announce(next));
        return switch (insertion) {
            case Insertion.Inserted(var stored) -> new Outcome.Kept<>(open(stored));
            case Insertion.Repeated<MembershipDocument> _,
                    Insertion.KeyReused<MembershipDocument> _,
                    Insertion.Taken<MembershipDocument> _ ->
                    throw new StaleVersionException();
        };
    }

    private Change<MembershipDocument, Outcome<Membership>> take(
            Stored<MembershipDocument> stored, Function<Membership, Step<Membership>> decide) {
        Stored<Membership> before = open(stored);
        return switch (decide.apply(before.body())) {
            case Step.Take<Membership>(Membership next) -> {
                List<OutboundMessage> owed = translator.announce(next);
                yield Change.to(
                        MembershipDocument.from(next),
                        owed,
                        new Outcome.Kept<>(before.after(owed.size(), next)));
            }
            case Step.Stay<Membership> _ -> Change.none(new Outcome.Kept<>(before));
            case Step.Refuse<Membership>(Refusal refusal) ->
                    Change.none(new Outcome.Refused<>(refusal));
        };
    }

    private static Stored<Membership> open(Stored<MembershipDocument> stored) {
        return stored.with(stored.body().toDomain());
    }
}
