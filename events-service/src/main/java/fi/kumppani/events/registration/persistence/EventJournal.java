package fi.kumppani.events.registration.persistence;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.Fingerprint;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.kit.journal.ChildCollection;
import fi.kumppani.kit.journal.Journal;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.store.Envelope;
import fi.kumppani.kit.store.StoreIndexes;

import org.springframework.stereotype.Component;

/**
 * Where events are kept, each with its registrations, its claims (one mailbox, one registration)
 * and its requests (one key, one answer) as children, all under ids that are known beforehand.
 */
@Component
class EventJournal {

    static final String STARTS_AT = Envelope.BODY + ".startsAt";
    static final String ENDS_AT = Envelope.BODY + ".endsAt";
    static final String PHASE = Envelope.BODY + ".standing.phase";
    static final String ARCHIVED = "archived";
    static final String STATE = Envelope.BODY + ".state";

    private static final String EVENTS = "events";

    private final ChildCollection<RegistrationDocument> registrations;
    private final ChildCollection<ClaimDocument> claims;
    private final ChildCollection<RequestDocument> requests;
    private final Journal<EventDocument> events;

    EventJournal(Journals journals, StoreIndexes indexes) {
        registrations = journals.children("registrations", RegistrationDocument.class);
        claims = journals.children("registrations.claims", ClaimDocument.class);
        requests = journals.children("registrations.requests", RequestDocument.class);
        events = journals.open(EVENTS, EventDocument.class, registrations, claims, requests);
        indexes.need(
                EVENTS,
                Indexes.ascending(Envelope.MUNICIPALITY, STARTS_AT, Envelope.ID),
                new IndexOptions());
    }

    Journal<EventDocument> events() {
        return events;
    }

    ChildCollection<RegistrationDocument> registrations() {
        return registrations;
    }

    ChildCollection<ClaimDocument> claims() {
        return claims;
    }

    ChildCollection<RequestDocument> requests() {
        return requests;
    }

    static String registrationId(EventId event, long number) {
        return new RegistrationId(event, number).toString();
    }

    static String claimId(EventId event, Fingerprint mailbox) {
        return event + ":" + mailbox.value();
    }

    static String requestId(EventId event, String requestKey) {
        return event + ":" + requestKey;
    }
}
