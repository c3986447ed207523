package fi.kumppani.events.event;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Events in memory, with what was told to others and what was written down. */
public final class InMemoryEvents implements Events {

    private final Map<EventId, Event> events = new LinkedHashMap<>();
    private final Map<String, Creation> creations = new HashMap<>();
    private final Map<String, EventId> created = new HashMap<>();
    private final List<EventHappening> told = new ArrayList<>();
    private final List<JournalEntry> written = new ArrayList<>();

    /** A published event with so many seats. */
    public static InMemoryEvents withPublished(EventId id, int capacity) {
        InMemoryEvents events = new InMemoryEvents();
        events.put(
                Event.Draft.of(id, EventFixtures.evening(), RegistrationRules.seats(capacity))
                        .publish(EventFixtures.NOW));
        return events;
    }

    /** Puts an event as it is. */
    public void put(Event event) {
        events.put(event.id(), event);
    }

    /** What finds those that are announced, all of the municipality with this code. */
    public FindEvents finder(String code) {
        MunicipalityCode municipality = new MunicipalityCode(code);
        return new FindEvents(
                this,
                new EventListing() {

                    @Override
                    public void note(Event event, long sequence) {
                        throw new UnsupportedOperationException("The events are the index");
                    }

                    @Override
                    public List<ListedEvent> own() {
                        return events.values().stream()
                                .filter(event -> !(event instanceof Event.Draft))
                                .map(event -> ListedEvent.of(event, municipality))
                                .sorted(ListedEvent.IN_TIME)
                                .toList();
                    }

                    @Override
                    public List<ListedEvent> everywhere() {
                        return own();
                    }
                });
    }

    /** Writes a line down. */
    public void write(JournalEntry entry) {
        written.add(entry);
    }

    /** What others were told, in order. */
    public List<EventHappening> told() {
        return told;
    }

    /** What was written down, in order. */
    public List<JournalEntry> written() {
        return written;
    }

    @Override
    public Insertion<Event> add(Event event, Creation creation, JournalEntry entry) {
        Creation before = creations.putIfAbsent(creation.key(), creation);
        if (before != null) {
            Event first = events.get(created.get(creation.key()));
            return before.equals(creation) && first != null
                    ? new Insertion.Repeated<>(stored(first))
                    : new Insertion.KeyReused<>();
        }
        created.put(creation.key(), event.id());
        put(event);
        if (event instanceof Event.Published published) {
            told.add(new EventHappening.Announced(published));
        }
        written.add(entry);
        return new Insertion.Inserted<>(stored(event));
    }

    @Override
    public Optional<Event> find(EventId id) {
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public Optional<EventId> madeBy(String creationKey) {
        return Optional.ofNullable(created.get(creationKey));
    }

    @Override
    public Map<EventId, Event> findAll(Collection<EventId> ids) {
        return ids.stream()
                .flatMap(id -> find(id).stream())
                .collect(Collectors.toMap(Event::id, Function.identity()));
    }

    @Override
    public List<Event> list(ListPosition after, int limit) {
        return inTime(event -> !(event instanceof Event.Draft), limit);
    }

    @Override
    public List<Event> own(ListPosition after, int limit) {
        return inTime(_ -> true, limit);
    }

    private List<Event> inTime(Predicate<Event> those, int limit) {
        Comparator<Event> byStart =
                Comparator.<Event, Instant>comparing(event -> event.details().schedule().startsAt())
                        .thenComparing(event -> event.id().value());
        return events.values().stream().filter(those).sorted(byStart).limit(limit).toList();
    }

    @Override
    public <R> Optional<R> decide(EventId id, Function<Event, Decision<R>> decide) {
        return find(id).map(event -> keep(decide.apply(event)));
    }

    private <R> R keep(Decision<R> decision) {
        return switch (decision) {
            case Decision.Become<R>(
                            Event next,
                            @Nullable EventHappening happening,
                            JournalEntry entry,
                            R answer) -> {
                put(next);
                if (happening != null) {
                    told.add(happening);
                }
                written.add(entry);
                yield answer;
            }
            case Decision.Stay<R>(R answer) -> answer;
        };
    }

    @Override
    public Optional<EventOutcome> forget(EventId id, long seen) {
        return find(id).map(
                        event -> {
                            if (!(event instanceof Event.Draft)) {
                                return new EventOutcome.Refused(
                                        EventOutcome.Reason.ALREADY_PUBLISHED);
                            }
                            if (event.revision() != seen) {
                                return new EventOutcome.Stale();
                            }
                            events.remove(id);
                            return new EventOutcome.Done(event);
                        });
    }

    @Override
    public Optional<List<KeptEntry>> journal(EventId id, String after, int limit) {
        return find(id).map(
                        _ ->
                                IntStream.range(0, written.size())
                                        .mapToObj(
                                                index ->
                                                        new KeptEntry(
                                                                Integer.toString(index),
                                                                Instant.EPOCH,
                                                                written.get(index)))
                                        .toList());
    }

    private static Stored<Event> stored(Event event) {
        return new Stored<>(event.id().value(), new MunicipalityCode("743"), 1, 0, event);
    }
}
