package fi.kumppani.grants.grantapplication.messaging;

import fi.kumppani.contracts.grants.DraftClosingSoon;
import fi.kumppani.grants.grantapplication.DraftReminder;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.springframework.stereotype.Component;

import java.util.List;

/** Says in the words of the contracts that a draft will soon be late. */
@Component
class ReminderMessageTranslator implements MessageTranslator<DraftReminder> {

    @Override
    public List<OutboundMessage> announce(DraftReminder reminder) {
        return List.of(
                new OutboundMessage(
                        DraftClosingSoon.TYPE,
                        reminder.id(),
                        new DraftClosingSoon(
                                reminder.application().value(),
                                reminder.call().value(),
                                reminder.closesAt())));
    }
}
