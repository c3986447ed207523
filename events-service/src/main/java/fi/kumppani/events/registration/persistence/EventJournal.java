package fi.kumppani.events.registration.persistence;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.Fingerprint;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.kit.background.Agenda;
import fi.kumppani.kit.journal.ChildCollection;
import fi.kumppani.kit.journal.Journal;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.store.Envelope;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.store.StoreIndexes;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Objects;

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

    static final String NEXT_DUE_AT = "nextDueAt";

    private static final String EVENTS = "events";

    private final ChildCollection<RegistrationDocument> registrations;
    private final ChildCollection<ClaimDocument> claims;
    private final ChildCollection<RequestDocument> requests;
    private final ChildCollection<DelegationDocument> delegations;
    private final ChildCollection<NeedsDocument> needs;
    private final ChildCollection<ToldDocument> told;
    private final Journal<EventDocument> events;
    private final ObjectProvider<DueWork> works;
    private final Agenda agenda;

    EventJournal(
            Journals journals, StoreIndexes indexes, ObjectProvider<DueWork> works, Agenda agenda) {
        this.works = works;
        this.agenda = agenda;
        registrations = journals.children("registrations", RegistrationDocument.class);
        claims = journals.children("registrations.claims", ClaimDocument.class);
        requests = journals.children("registrations.requests", RequestDocument.class);
        delegations = journals.children("registrations.associations", DelegationDocument.class);
        needs = journals.children("registrations.needs", NeedsDocument.class);
        told = journals.children("registrations.told", ToldDocument.class);
        events =
                journals.open(
                        EVENTS,
                        EventDocument.class,
                        registrations,
                        claims,
                        requests,
                        delegations,
                        needs,
                        told);
        indexes.need(
                EVENTS,
                Indexes.ascending(Envelope.MUNICIPALITY, STARTS_AT, Envelope.ID),
                new IndexOptions());
        indexes.need(
                EVENTS,
                Indexes.ascending(Envelope.BODY + "." + NEXT_DUE_AT),
                new IndexOptions().sparse(true));
    }

    /** The event as it is kept, with the time at which there is next something to do about it. */
    EventDocument document(Event event) {
        Instant due =
                works.stream()
                        .map(work -> work.dueAt(event))
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null);
        if (due != null) {
            agenda.note(new Located(event.id().value(), Tenancy.current()), due);
        }
        return EventDocument.from(event, due);
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

    ChildCollection<DelegationDocument> delegations() {
        return delegations;
    }

    ChildCollection<NeedsDocument> needs() {
        return needs;
    }

    ChildCollection<ToldDocument> told() {
        return told;
    }

    static String delegationId(EventId event, String association) {
        return event + ":" + association;
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
