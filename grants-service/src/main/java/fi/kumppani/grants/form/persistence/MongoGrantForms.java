package fi.kumppani.grants.form.persistence;

import fi.kumppani.grants.form.FormContent;
import fi.kumppani.grants.form.FormId;
import fi.kumppani.grants.form.FormVersion;
import fi.kumppani.grants.form.GrantForms;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One document for a form with all its versions, so that a new one is one write. */
@Component
class MongoGrantForms implements GrantForms {

    private final AggregateCollection<FormDocument> collection;
    private final MessageTranslator<FormVersion> translator;

    MongoGrantForms(AggregateCollections collections, MessageTranslator<FormVersion> translator) {
        this.collection = collections.collection("forms", FormDocument.class).open();
        this.translator = translator;
    }

    @Override
    public Optional<Stored<FormVersion>> latest(FormId id) {
        return collection.find(id.value()).map(MongoGrantForms::open);
    }

    @Override
    public Optional<FormVersion> version(FormId id, int number) {
        return collection
                .find(id.value())
                .map(Stored::body)
                .filter(form -> number >= 1 && number <= form.versions().size())
                .map(
                        form ->
                                new FormVersion(
                                        id, number, form.versions().get(number - 1).toDomain()));
    }

    @Override
    public Insertion<FormVersion> add(FormVersion first, Creation creation) {
        return switch (collection.insert(
                first.id().value(),
                creation,
                FormDocument.from(first.content()),
                translator.announce(first))) {
            case Insertion.Inserted(var stored) -> new Insertion.Inserted<>(open(stored));
            case Insertion.Repeated(var stored) -> new Insertion.Repeated<>(open(stored));
            case Insertion.KeyReused<FormDocument> _ -> new Insertion.KeyReused<>();
            case Insertion.Taken(var field) -> new Insertion.Taken<>(field);
        };
    }

    @Override
    public Optional<Rewriting> rewrite(FormId id, long expected, FormContent content) {
        return collection.change(
                id.value(), OptionalLong.of(expected), stored -> rewrite(stored, content));
    }

    private Change<FormDocument, Rewriting> rewrite(
            Stored<FormDocument> stored, FormContent content) {
        if (open(stored).body().content().equals(content)) {
            return Change.none(new Rewriting.Kept(open(stored)));
        }
        if (stored.body().versions().size() >= MOST_VERSIONS) {
            return Change.none(new Rewriting.Full());
        }
        FormDocument next = stored.body().with(content);
        List<OutboundMessage> owed = translator.announce(open(stored.after(0, next)).body());
        return Change.to(next, owed, new Rewriting.Kept(open(stored.after(owed.size(), next))));
    }

    @Override
    public List<Stored<FormVersion>> list(String after, int limit) {
        return collection.list(after, limit).stream().map(MongoGrantForms::open).toList();
    }

    private static Stored<FormVersion> open(Stored<FormDocument> stored) {
        FormDocument form = stored.body();
        return stored.with(
                new FormVersion(
                        new FormId(stored.id()),
                        form.versions().size(),
                        form.versions().getLast().toDomain()));
    }
}
