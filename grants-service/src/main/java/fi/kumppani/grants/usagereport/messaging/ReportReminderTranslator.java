package fi.kumppani.grants.usagereport.messaging;

import fi.kumppani.contracts.grants.UsageReportReminded;
import fi.kumppani.grants.usagereport.ReportReminder;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts that a report is due soon, or overdue. */
@Component
class ReportReminderTranslator implements MessageTranslator<ReportReminder> {

    @Override
    public List<OutboundMessage> announce(ReportReminder reminder) {
        return List.of(
                new OutboundMessage(
                        UsageReportReminded.TYPE,
                        reminder.id(),
                        new UsageReportReminded(
                                reminder.application().value(),
                                reminder.call().value(),
                                reminder.dueOn(),
                                reminder.isOverdue())));
    }
}
