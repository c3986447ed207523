package fi.kumppani.events.feedback.persistence;

import fi.kumppani.events.admission.Form;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.feedback.FeedbackForm;
import fi.kumppani.events.feedback.FeedbackForms;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One document for what is asked after an event, under the event's id. */
@Component
class StoredForms implements FeedbackForms {

    private final AggregateCollection<FormDocument> collection;

    StoredForms(AggregateCollections collections) {
        this.collection = collections.collection("feedback_forms", FormDocument.class).open();
    }

    /** What is asked, as it is kept. */
    record FormDocument(Form form, boolean anonymous, Duration after) {}

    @Override
    public Optional<FeedbackForm> of(EventId event) {
        return collection.find(event.value()).map(StoredForms::open);
    }

    @Override
    public boolean keep(FeedbackForm form) {
        String id = form.event().value();
        FormDocument document = new FormDocument(form.form(), form.anonymous(), form.after());
        if (form.version() == 1) {
            return collection.insert(id, null, document, List.of())
                    instanceof Insertion.Inserted<FormDocument>;
        }
        return collection
                .<Boolean>change(
                        id,
                        stored ->
                                stored.version() + 1 == form.version()
                                        ? Change.to(document, List.of(), true)
                                        : Change.none(false))
                .orElse(false);
    }

    private static FeedbackForm open(Stored<FormDocument> stored) {
        FormDocument body = stored.body();
        return new FeedbackForm(
                new EventId(stored.id()),
                stored.version(),
                body.form(),
                body.anonymous(),
                body.after());
    }
}
