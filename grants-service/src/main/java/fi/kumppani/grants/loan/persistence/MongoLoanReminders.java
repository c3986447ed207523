package fi.kumppani.grants.loan.persistence;

import fi.kumppani.grants.loan.LoanReminder;
import fi.kumppani.grants.loan.LoanReminders;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;

import org.springframework.stereotype.Component;

import java.time.LocalDate;

/** One document for each reminder, with the message it owes. */
@Component
class MongoLoanReminders implements LoanReminders {

    private final AggregateCollection<ReminderDocument> collection;
    private final MessageTranslator<LoanReminder> translator;

    MongoLoanReminders(
            AggregateCollections collections, MessageTranslator<LoanReminder> translator) {
        this.collection = collections.collection("loanReminders", ReminderDocument.class).open();
        this.translator = translator;
    }

    /** A reminder as it is kept. */
    record ReminderDocument(String application, int part, LocalDate dueOn, boolean overdue) {}

    @Override
    public void keep(LoanReminder reminder) {
        if (collection.find(reminder.id()).isPresent()) {
            return;
        }
        var kept =
                new ReminderDocument(
                        reminder.application().value(),
                        reminder.part(),
                        reminder.dueOn(),
                        reminder.overdue());
        var _ = collection.insert(reminder.id(), null, kept, translator.announce(reminder));
    }
}
