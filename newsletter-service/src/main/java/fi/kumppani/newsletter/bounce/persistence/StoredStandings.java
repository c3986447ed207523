package fi.kumppani.newsletter.bounce.persistence;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.newsletter.bounce.Bounce;
import fi.kumppani.newsletter.bounce.News;
import fi.kumppani.newsletter.bounce.Standing;
import fi.kumppani.newsletter.bounce.Standing.Reason;
import fi.kumppani.newsletter.bounce.Standing.Suppression;
import fi.kumppani.newsletter.bounce.Standings;
import fi.kumppani.newsletter.subscription.Mailbox;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One document for each mailbox of which something came back, known by its hash alone. */
@Component
class StoredStandings implements Standings {

    private static final String SUPPRESSED = "suppressed";
    private static final String REACHED = "reached";

    private final AggregateCollection<StandingDocument> collection;
    private final MessageTranslator<News> translator;
    private final Ids ids;

    StoredStandings(AggregateCollections collections, MessageTranslator<News> translator, Ids ids) {
        this.collection =
                collections
                        .collection("mailbox.standings", StandingDocument.class)
                        .state(standing -> standing.reason() == null ? REACHED : SUPPRESSED)
                        .open();
        this.translator = translator;
        this.ids = ids;
    }

    /** A standing as it is kept. */
    record StandingDocument(
            String reference,
            int softBounces,
            @Nullable Instant lastSoftAt,
            @Nullable Instant acceptedAt,
            @Nullable String reason,
            @Nullable Instant since,
            List<String> seen) {

        static StandingDocument from(Standing standing) {
            Suppression suppression = standing.suppression();
            return new StandingDocument(
                    standing.reference(),
                    standing.softBounces(),
                    standing.lastSoftAt(),
                    standing.acceptedAt(),
                    suppression == null ? null : WireCodes.of(suppression.reason()),
                    suppression == null ? null : suppression.since(),
                    standing.seen());
        }

        Standing toDomain() {
            return new Standing(
                    reference,
                    softBounces,
                    lastSoftAt,
                    acceptedAt,
                    reason == null || since == null
                            ? null
                            : new Suppression(
                                    WireCodes.read(Reason.class, reason).orElseThrow(), since),
                    seen);
        }
    }

    @Override
    public Map<Mailbox, Standing> of(Collection<Mailbox> mailboxes) {
        Map<String, Mailbox> byId = new HashMap<>();
        mailboxes.forEach(mailbox -> byId.put(id(mailbox), mailbox));
        Map<Mailbox, Standing> found = new HashMap<>();
        for (Stored<StandingDocument> stored : collection.findAll(byId.keySet())) {
            Mailbox mailbox = byId.get(stored.id());
            if (mailbox != null) {
                found.put(mailbox, stored.body().toDomain());
            }
        }
        return found;
    }

    @Override
    public Standing move(Mailbox mailbox, Bounce bounce, UnaryOperator<Standing> move) {
        return collection.changeOrBegin(
                id(mailbox),
                StandingDocument.from(Standing.unknown(ids.next())),
                OptionalLong.empty(),
                stored -> {
                    Standing before = stored.body().toDomain();
                    Standing after = move.apply(before);
                    boolean tells = !before.knows(bounce) && bounce.kind() != Bounce.Kind.DELIVERED;
                    List<OutboundMessage> owed =
                            tells
                                    ? translator.announce(
                                            new News(after, bounce.kind(), bounce.letterId()))
                                    : List.of();
                    return after.equals(before)
                            ? Change.none(before)
                            : Change.to(StandingDocument.from(after), owed, after);
                });
    }

    @Override
    public void moveIfKnown(Mailbox mailbox, UnaryOperator<Standing> move) {
        var _ =
                collection.change(
                        id(mailbox),
                        stored -> {
                            Standing before = stored.body().toDomain();
                            Standing after = move.apply(before);
                            return after.equals(before)
                                    ? Change.none(before)
                                    : Change.to(StandingDocument.from(after), List.of(), after);
                        });
    }

    @Override
    public List<Suppressed> suppressed(String after, int limit) {
        return collection.listIn(Set.of(SUPPRESSED), after, limit).stream()
                .map(stored -> new Suppressed(stored.id(), stored.body().toDomain()))
                .toList();
    }

    /** A mailbox has a standing in each municipality, as each is a controller of its own. */
    private static String id(Mailbox mailbox) {
        return Tenancy.current().value() + ":" + mailbox.print();
    }
}
