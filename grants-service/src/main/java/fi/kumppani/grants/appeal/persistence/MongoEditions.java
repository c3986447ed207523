package fi.kumppani.grants.appeal.persistence;

import fi.kumppani.grants.appeal.Edition;
import fi.kumppani.grants.appeal.Editions;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.OptionalLong;

/** One document for each municipality, under its code. */
@Component
class MongoEditions implements Editions {

    private final AggregateCollection<EditionsDocument> collection;
    private final MessageTranslator<Edition> translator;

    MongoEditions(AggregateCollections collections, MessageTranslator<Edition> translator) {
        this.translator = translator;
        this.collection =
                collections.collection("appealInstructions", EditionsDocument.class).open();
    }

    @Override
    public List<Edition> all() {
        return collection.find(here()).map(Stored::body).map(EditionsDocument::toDomain).stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void keep(Edition edition) {
        var _ =
                collection.changeOrBegin(
                        here(),
                        new EditionsDocument(List.of()),
                        OptionalLong.empty(),
                        stored ->
                                Change.to(
                                        stored.body().with(edition),
                                        translator.announce(edition),
                                        true));
    }

    private static String here() {
        return Tenancy.current().value();
    }
}
