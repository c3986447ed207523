package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.Fingerprint;
import fi.kumppani.events.registration.Mailboxes;
import fi.kumppani.events.registration.RegistrationId;

import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;

/** Claims, looked up by their ids; nothing else leads from a mailbox to its registrations. */
@Component
class JournalMailboxes implements Mailboxes {

    private final EventJournal journal;

    JournalMailboxes(EventJournal journal) {
        this.journal = journal;
    }

    @Override
    public Map<EventId, RegistrationId> claims(Map<EventId, Fingerprint> mailboxes) {
        Map<String, EventId> byId = new HashMap<>();
        mailboxes.forEach(
                (event, mailbox) -> byId.put(EventJournal.claimId(event, mailbox), event));
        Map<EventId, RegistrationId> claims = new HashMap<>();
        journal.claims()
                .findAll(byId.keySet())
                .forEach(
                        (id, claim) -> {
                            EventId event = byId.get(id);
                            if (event != null) {
                                claims.put(event, new RegistrationId(event, claim.body().number()));
                            }
                        });
        return claims;
    }
}
