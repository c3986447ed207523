package fi.kumppani.grants.usagereport.persistence;

import fi.kumppani.grants.usagereport.ReportReminder;
import fi.kumppani.grants.usagereport.ReportReminders;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Component;

import java.time.LocalDate;

/** One document for each reminder, with the message it owes. */
@Component
class MongoReportReminders implements ReportReminders {

    private final AggregateCollection<ReminderDocument> collection;
    private final MessageTranslator<ReportReminder> translator;

    MongoReportReminders(
            AggregateCollections collections, MessageTranslator<ReportReminder> translator) {
        this.collection = collections.collection("reportReminders", ReminderDocument.class).open();
        this.translator = translator;
    }

    /** A reminder as it is kept. */
    record ReminderDocument(String application, LocalDate dueOn, String step) {}

    @Override
    public void keep(ReportReminder reminder) {
        if (collection.find(reminder.id()).isEmpty()) {
            var _ =
                    collection.insert(
                            reminder.id(),
                            null,
                            new ReminderDocument(
                                    reminder.application().value(),
                                    reminder.dueOn(),
                                    WireCodes.of(reminder.step())),
                            translator.announce(reminder));
        }
    }
}
