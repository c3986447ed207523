package fi.kumppani.registry.association.persistence;

import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.registry.association.YearlyAsking;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** One document for each municipality that has ever said how its associations are asked. */
@Component
class StoredYearlyAsking implements YearlyAsking {

    private static final ChoiceDocument BY_HAND = ChoiceDocument.from(Choice.BY_HAND);

    private final AggregateCollection<ChoiceDocument> collection;

    StoredYearlyAsking(AggregateCollections collections) {
        this.collection =
                collections
                        .collection("yearlyAsking", ChoiceDocument.class)
                        .state(ChoiceDocument::choice)
                        .open();
    }

    /** A choice as it is kept. */
    record ChoiceDocument(String choice) {

        static ChoiceDocument from(Choice choice) {
            return new ChoiceDocument(WireCodes.of(choice));
        }

        Choice toDomain() {
            return WireCodes.read(Choice.class, choice).orElseThrow();
        }
    }

    @Override
    public Stored<Choice> current() {
        return open(collection.findOrBegin(Tenancy.current().value(), BY_HAND));
    }

    @Override
    public Stored<Choice> choose(long version, Choice choice) {
        return collection.changeOrBegin(
                Tenancy.current().value(),
                BY_HAND,
                OptionalLong.of(version),
                stored -> {
                    Stored<Choice> before = open(stored);
                    return before.body() == choice
                            ? Change.none(before)
                            : Change.to(
                                    ChoiceDocument.from(choice),
                                    List.of(),
                                    before.after(0, choice));
                });
    }

    @Override
    public void forEachWanting(Runnable work) {
        collection.forEachIn(Set.of(WireCodes.of(Choice.YEARLY)), _ -> work.run());
    }

    private static Stored<Choice> open(Stored<ChoiceDocument> stored) {
        return stored.with(stored.body().toDomain());
    }
}
