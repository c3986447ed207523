package fi.kumppani.registry.invitation.persistence;

import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.secret.KeyedHash;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.registry.invitation.Invitation;
import fi.kumppani.registry.invitation.Invitations;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One document for each invitation. The hash of the request that made it outlives the address that
 * was in it, so it is kept under the key of links: without that nobody can try addresses out.
 */
@Component
class StoredInvitations implements Invitations {

    private static final String REQUEST = "kumppani-invitation-request\0";
    private static final int READ_TOGETHER = 500;

    private final AggregateCollection<InvitationDocument> collection;
    private final MessageTranslator<Invitation> translator;
    private final KeyedHash hash;

    StoredInvitations(
            AggregateCollections collections,
            MessageTranslator<Invitation> translator,
            @Value("${kumppani.links.key}") String key) {
        this.collection =
                collections
                        .collection("invitations", InvitationDocument.class)
                        .state(InvitationDocument::state)
                        .open();
        this.translator = translator;
        this.hash = new KeyedHash("kumppani.links.key", key);
    }

    @Override
    public Optional<Stored<Invitation>> find(String id) {
        return collection.find(id).map(StoredInvitations::open);
    }

    @Override
    public List<Stored<Invitation.Open>> openOf(String associationId) {
        List<Stored<Invitation.Open>> found = new ArrayList<>();
        List<Stored<InvitationDocument>> some = openAfter("");
        while (!some.isEmpty()) {
            some.stream()
                    .filter(stored -> stored.body().associationId().equals(associationId))
                    .map(stored -> stored.with(stored.body().toOpen()))
                    .forEach(found::add);
            some = openAfter(some.getLast().id());
        }
        return found;
    }

    private List<Stored<InvitationDocument>> openAfter(String id) {
        return collection.listIn(List.of(InvitationDocument.OPEN), id, READ_TOGETHER);
    }

    @Override
    public Optional<Addition> madeBefore(Invitation.Open invitation, Creation creation) {
        return collection
                .foresee(
                        invitation.offer().id(),
                        keyed(creation),
                        InvitationDocument.from(invitation))
                .map(StoredInvitations::addition);
    }

    @Override
    public Addition add(Invitation.Open invitation, Creation creation) {
        return addition(
                collection.insert(
                        invitation.offer().id(),
                        keyed(creation),
                        InvitationDocument.from(invitation),
                        translator.announce(invitation)));
    }

    @Override
    public Optional<Stored<Invitation>> change(
            String id, OptionalLong version, Function<Invitation, Optional<Invitation>> next) {
        return collection.change(
                id,
                version,
                stored -> {
                    Stored<Invitation> before = open(stored);
                    return Change.next(
                            before,
                            next.apply(before.body()),
                            InvitationDocument::from,
                            translator::announce);
                });
    }

    @Override
    public void forEachUnfinished(Consumer<String> work) {
        collection.forEachIn(List.of(InvitationDocument.OPEN, InvitationDocument.TAKEN), work);
    }

    private static Addition addition(Insertion<InvitationDocument> insertion) {
        return switch (insertion) {
            case Insertion.Inserted(var stored) -> new Addition.Kept(stored.body().offer());
            case Insertion.Repeated(var stored) -> new Addition.Kept(stored.body().offer());
            case Insertion.KeyReused<InvitationDocument> _ -> new Addition.KeyReused();
            case Insertion.Taken<InvitationDocument> _ ->
                    throw new IllegalStateException("Invitations have no unique values");
        };
    }

    private Creation keyed(Creation creation) {
        return new Creation(
                creation.key(), HexFormat.of().formatHex(hash.of(REQUEST, creation.contentHash())));
    }

    private static Stored<Invitation> open(Stored<InvitationDocument> stored) {
        return stored.with(stored.body().toDomain());
    }
}
