package fi.kumppani.grants.loan.messaging;

import fi.kumppani.contracts.grants.LoanPartReminded;
import fi.kumppani.grants.loan.LoanReminder;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts that a part of a loan is due soon, or overdue. */
@Component
class LoanReminderTranslator implements MessageTranslator<LoanReminder> {

    @Override
    public List<OutboundMessage> announce(LoanReminder reminder) {
        return List.of(
                new OutboundMessage(
                        LoanPartReminded.TYPE,
                        reminder.id(),
                        new LoanPartReminded(
                                reminder.application().value(),
                                reminder.part(),
                                reminder.dueOn(),
                                reminder.overdue())));
    }
}
