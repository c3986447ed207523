package fi.kumppani.newsletter.link.persistence;

import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.newsletter.link.LinkCounting;
import fi.kumppani.newsletter.link.LinkCountings;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** One document for each municipality that ever had its links counted. */
@Component
class StoredLinkCountings implements LinkCountings {

    private static final CountingDocument NEVER = new CountingDocument(List.of());

    private final AggregateCollection<CountingDocument> collection;

    StoredLinkCountings(AggregateCollections collections) {
        this.collection = collections.collection("link.countings", CountingDocument.class).open();
    }

    /** What was said, as it is kept. */
    record CountingDocument(List<SwitchDocument> history) {

        static CountingDocument from(LinkCounting counting) {
            return new CountingDocument(
                    counting.history().stream()
                            .map(each -> new SwitchDocument(each.at(), each.on()))
                            .toList());
        }

        LinkCounting toDomain() {
            return new LinkCounting(
                    history.stream()
                            .map(each -> new LinkCounting.Switch(each.at(), each.on()))
                            .toList());
        }
    }

    /** One change, as it is kept. */
    record SwitchDocument(Instant at, boolean on) {}

    @Override
    public Stored<LinkCounting> current() {
        return open(collection.findOrBegin(Tenancy.current().value(), NEVER));
    }

    @Override
    public Stored<LinkCounting> change(long version, UnaryOperator<LinkCounting> change) {
        return collection.changeOrBegin(
                Tenancy.current().value(),
                NEVER,
                OptionalLong.of(version),
                stored -> {
                    Stored<LinkCounting> before = open(stored);
                    LinkCounting after = change.apply(before.body());
                    return after.equals(before.body())
                            ? Change.none(before)
                            : Change.to(
                                    CountingDocument.from(after),
                                    List.of(),
                                    before.after(0, after));
                });
    }

    private static Stored<LinkCounting> open(Stored<CountingDocument> stored) {
        return stored.with(stored.body().toDomain());
    }
}
