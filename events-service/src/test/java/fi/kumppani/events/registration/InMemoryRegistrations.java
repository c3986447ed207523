package fi.kumppani.events.registration;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.InMemoryEvents;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Places;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.seating.Commitments;
import fi.kumppani.events.seating.Seating;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Registrations in memory, with what was told to others. */
public final class InMemoryRegistrations implements Registrations {

    private final InMemoryEvents events;
    private final Map<EventId, NavigableMap<Long, Registration>> registrations = new HashMap<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, AskedBefore> requests = new HashMap<>();
    private final Map<String, List<Long>> delegations = new HashMap<>();
    private final Map<String, Map<String, List<String>>> needs = new HashMap<>();
    private final Map<String, Set<NoticeKind>> toldAfter = new HashMap<>();
    private final List<RegistrationHappening> told = new ArrayList<>();

    /** None yet, to these events. */
    public InMemoryRegistrations(InMemoryEvents events) {
        this.events = events;
    }

    /** What others were told, in order. */
    public List<RegistrationHappening> told() {
        return told;
    }

    Map<String, List<String>> needsOf(RegistrationId id) {
        return needs.getOrDefault(id.toString(), Map.of());
    }

    @Override
    public <R> Optional<R> decide(EventId event, Decision<R> decision) {
        return events.find(event).map(_ -> decision.at(new Desk(event)));
    }

    @Override
    public Optional<Registration> find(RegistrationId id) {
        return Optional.ofNullable(of(id.event()).get(id.number()));
    }

    @Override
    public Map<RegistrationId, Registration> findAll(Collection<RegistrationId> ids) {
        Map<RegistrationId, Registration> found = new HashMap<>();
        ids.forEach(id -> find(id).ifPresent(registration -> found.put(id, registration)));
        return found;
    }

    @Override
    public List<Registration> list(EventId event, long after, int limit) {
        return of(event).tailMap(after, false).values().stream().limit(limit).toList();
    }

    private NavigableMap<Long, Registration> of(EventId event) {
        return registrations.computeIfAbsent(event, _ -> new TreeMap<>());
    }

    private final class Desk implements SeatDesk {

        private final EventId id;

        private Desk(EventId id) {
            this.id = id;
        }

        @Override
        public Event event() {
            return events.find(id).orElseThrow();
        }

        @Override
        public Optional<Registration> registration(long number) {
            return find(new RegistrationId(id, number));
        }

        @Override
        public List<Registration> registrations(Collection<Long> numbers) {
            return numbers.stream().sorted().flatMap(each -> registration(each).stream()).toList();
        }

        @Override
        public Optional<Claim> claimOf(Fingerprint mailbox) {
            return Optional.ofNullable(claims.get(id + mailbox.value()));
        }

        @Override
        public List<Long> numbersOf(String association) {
            return delegations.getOrDefault(id + association, List.of());
        }

        @Override
        public Optional<AskedBefore> askedBefore(String requestKey) {
            return Optional.ofNullable(requests.get(id + requestKey));
        }

        @Override
        public void seat(Seating seating, Commitments commitments) {
            Places next = new Places(event().rules(), seating, commitments);
            events.put(
                    switch (event()) {
                        case Event.Published published -> published.with(next);
                        case Event.Cancelled cancelled -> cancelled.with(next);
                        case Event.Draft _ -> throw new IllegalStateException("draft");
                    });
        }

        @Override
        public void stand(Standing standing) {
            events.put(
                    switch (event()) {
                        case Event.Published published -> published.with(standing);
                        case Event.Cancelled cancelled -> cancelled.with(standing);
                        case Event.Draft _ -> throw new IllegalStateException("draft");
                    });
        }

        @Override
        public void keep(RegistrationHappening happening) {
            told.add(happening);
            of(id).put(happening.registration().id().number(), happening.registration());
        }

        @Override
        public void keepNeeds(long number, Map<String, List<String>> told) {
            needs.put(id + ":" + number, told);
        }

        @Override
        public Map<Long, Set<NoticeKind>> toldOf(Collection<Long> numbers) {
            Map<Long, Set<NoticeKind>> known = new HashMap<>();
            numbers.forEach(
                    number -> {
                        Set<NoticeKind> kinds = toldAfter.get(id + ":" + number);
                        if (kinds != null) {
                            known.put(number, kinds);
                        }
                    });
            return known;
        }

        @Override
        public void noteTold(long number, Set<NoticeKind> kinds) {
            toldAfter.put(id + ":" + number, kinds);
        }

        @Override
        public void claim(Fingerprint mailbox, Claim claim) {
            claims.put(id + mailbox.value(), claim);
        }

        @Override
        public void claim(String association, long number) {
            delegations.computeIfAbsent(id + association, _ -> new ArrayList<>()).add(number);
        }

        @Override
        public void remember(String requestKey, AskedBefore asked) {
            requests.put(id + requestKey, asked);
        }

        @Override
        public void log(JournalEntry entry) {
            events.write(entry);
        }
    }
}
