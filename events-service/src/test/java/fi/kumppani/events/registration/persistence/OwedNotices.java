package fi.kumppani.events.registration.persistence;

import fi.kumppani.contracts.events.Registration;
import fi.kumppani.contracts.events.RegistrationNoticeDue;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.kit.outbox.OutboundMessage;

import java.util.List;

/** Tells of notices only. */
final class OwedNotices {

    private OwedNotices() {}

    static List<OutboundMessage> of(RegistrationHappening happening) {
        if (!(happening instanceof RegistrationHappening.NoticeDue due)) {
            return List.of();
        }
        RegistrationId id = due.registration().id();
        return List.of(
                new OutboundMessage(
                        RegistrationNoticeDue.TYPE,
                        id.toString(),
                        new RegistrationNoticeDue(
                                new Registration(
                                        id.toString(),
                                        id.event().value(),
                                        id.number(),
                                        "confirmed",
                                        false),
                                due.notice().code(),
                                due.eventRevision())));
    }
}
