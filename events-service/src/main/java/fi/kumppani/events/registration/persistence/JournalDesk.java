package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Places;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.registration.AskedBefore;
import fi.kumppani.events.registration.Claim;
import fi.kumppani.events.registration.Fingerprint;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.SeatDesk;
import fi.kumppani.events.seating.Commitments;
import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.journal.Child;
import fi.kumppani.kit.journal.Turn;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The desk of one turn of an event's journal. */
final class JournalDesk implements SeatDesk {

    private final EventId id;
    private final Turn<EventDocument> turn;
    private final EventJournal journal;
    private final MessageTranslator<RegistrationHappening> translator;
    private final long lastKept;
    private Event event;
    private boolean changed;

    JournalDesk(
            EventId id,
            Turn<EventDocument> turn,
            EventJournal journal,
            MessageTranslator<RegistrationHappening> translator) {
        this.id = id;
        this.turn = turn;
        this.journal = journal;
        this.translator = translator;
        this.event = turn.state().toDomain(id.value());
        this.lastKept = event.seating().last();
    }

    @Override
    public Event event() {
        return event;
    }

    @Override
    public Optional<Registration> registration(long number) {
        return registrations(List.of(number)).stream().findFirst();
    }

    @Override
    public List<Registration> registrations(Collection<Long> numbers) {
        Map<String, Long> byId = new LinkedHashMap<>();
        numbers.stream()
                .sorted()
                .forEach(number -> byId.put(EventJournal.registrationId(id, number), number));
        return turn.children(journal.registrations(), byId.keySet()).values().stream()
                .map(child -> child.body().toDomain(numbered(byId, child)))
                .toList();
    }

    private RegistrationId numbered(Map<String, Long> byId, Child<RegistrationDocument> child) {
        return new RegistrationId(id, Objects.requireNonNull(byId.get(child.id())));
    }

    @Override
    public Optional<Claim> claimOf(Fingerprint mailbox) {
        return turn.child(journal.claims(), EventJournal.claimId(id, mailbox))
                .map(child -> child.body().toDomain());
    }

    @Override
    public List<Long> numbersOf(String association) {
        return turn.child(journal.delegations(), EventJournal.delegationId(id, association))
                .map(child -> child.body().numbers())
                .orElse(List.of());
    }

    @Override
    public Optional<AskedBefore> askedBefore(String requestKey) {
        return turn.child(journal.requests(), EventJournal.requestId(id, requestKey))
                .map(child -> child.body().toDomain(id));
    }

    @Override
    public void seat(Seating seating, Commitments commitments) {
        Places next = new Places(event.rules(), seating, commitments);
        event =
                switch (event) {
                    case Event.Published published -> published.with(next);
                    case Event.Cancelled cancelled -> cancelled.with(next);
                    case Event.Draft _ -> throw new IllegalStateException("Nobody sits at a draft");
                };
        changed = true;
    }

    @Override
    public void stand(Standing standing) {
        event =
                switch (event) {
                    case Event.Published published -> published.with(standing);
                    case Event.Cancelled cancelled -> cancelled.with(standing);
                    case Event.Draft _ -> throw new IllegalStateException("A draft owes nothing");
                };
        changed = true;
    }

    @Override
    public void keep(RegistrationHappening happening) {
        Registration registration = happening.registration();
        String key = registration.id().toString();
        RegistrationDocument document = RegistrationDocument.from(registration);
        OutboundMessage[] owed = translator.announce(happening).toArray(OutboundMessage[]::new);
        if (isNew(registration.id().number())) {
            turn.make(journal.registrations(), key, document, owed);
        } else {
            turn.put(journal.registrations(), key, document, owed);
        }
    }

    @Override
    public void keepNeeds(long number, Map<String, List<String>> needs) {
        String key = EventJournal.registrationId(id, number);
        if (isNew(number)) {
            if (!needs.isEmpty()) {
                turn.make(journal.needs(), key, NeedsDocument.from(needs));
            }
        } else if (!needs.isEmpty() || turn.child(journal.needs(), key).isPresent()) {
            turn.put(journal.needs(), key, NeedsDocument.from(needs));
        }
    }

    @Override
    public Map<Long, Set<NoticeKind>> toldOf(Collection<Long> numbers) {
        Map<String, Long> byId = new LinkedHashMap<>();
        numbers.forEach(number -> byId.put(EventJournal.registrationId(id, number), number));
        Map<Long, Set<NoticeKind>> told = new LinkedHashMap<>();
        turn.children(journal.told(), byId.keySet())
                .forEach(
                        (key, child) ->
                                told.put(
                                        Objects.requireNonNull(byId.get(key)),
                                        child.body().toDomain()));
        return told;
    }

    @Override
    public void noteTold(long number, Set<NoticeKind> kinds) {
        turn.put(journal.told(), EventJournal.registrationId(id, number), ToldDocument.from(kinds));
    }

    @Override
    public void claim(Fingerprint mailbox, Claim claim) {
        turn.put(journal.claims(), EventJournal.claimId(id, mailbox), ClaimDocument.from(claim));
    }

    @Override
    public void claim(String association, long number) {
        List<Long> numbers = new ArrayList<>(numbersOf(association));
        numbers.add(number);
        turn.put(
                journal.delegations(),
                EventJournal.delegationId(id, association),
                new DelegationDocument(numbers));
    }

    @Override
    public void remember(String requestKey, AskedBefore asked) {
        turn.put(
                journal.requests(),
                EventJournal.requestId(id, requestKey),
                RequestDocument.from(asked));
    }

    /** Whether the number was given out in this decision. */
    private boolean isNew(long number) {
        return number > lastKept;
    }

    /** Hands the event, if it was changed, to those who decide next. */
    void leave() {
        if (changed) {
            turn.set(journal.document(event));
        }
    }

    @Override
    public void log(JournalEntry entry) {
        turn.log(RegistrationLine.from(entry));
    }
}
