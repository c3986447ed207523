package fi.kumppani.grants.grantapplication.persistence;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DraftReminder;
import fi.kumppani.grants.grantapplication.DraftReminders;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.function.Consumer;

/** One document for each reminder, with the message it owes. */
@Component
class MongoDraftReminders implements DraftReminders {

    private final AggregateCollection<ReminderDocument> collection;
    private final MongoGrantApplications applications;
    private final MessageTranslator<DraftReminder> translator;

    MongoDraftReminders(
            AggregateCollections collections,
            MongoGrantApplications applications,
            MessageTranslator<DraftReminder> translator) {
        this.collection = collections.collection("reminders", ReminderDocument.class).open();
        this.applications = applications;
        this.translator = translator;
    }

    /** A reminder as it is kept. */
    record ReminderDocument(String application, String call, Instant closesAt) {}

    @Override
    public void forEachDraft(CallId call, Consumer<ApplicationId> work) {
        applications.forEachDraft(call, work);
    }

    @Override
    public void keep(DraftReminder reminder) {
        var _ =
                collection.insert(
                        reminder.id(),
                        null,
                        new ReminderDocument(
                                reminder.application().value(),
                                reminder.call().value(),
                                reminder.closesAt()),
                        translator.announce(reminder));
    }
}
