package fi.kumppani.events.registration.persistence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventHappening;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.EventOutcome;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.KeptEntry;
import fi.kumppani.events.event.ListPosition;
import fi.kumppani.events.timing.DueDates;
import fi.kumppani.kit.journal.LinePosition;
import fi.kumppani.kit.journal.Turn;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Envelope;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.store.Stored;

import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Events as parents of their registrations. */
@Component
class JournalEvents implements Events, DueDates {

    private final EventJournal journal;
    private final MessageTranslator<EventHappening> translator;

    JournalEvents(EventJournal journal, MessageTranslator<EventHappening> translator) {
        this.journal = journal;
        this.translator = translator;
    }

    @Override
    public Insertion<Event> add(Event event, Creation creation, JournalEntry entry) {
        EventHappening happening =
                event instanceof Event.Published published
                        ? new EventHappening.Announced(published)
                        : null;
        Insertion<EventDocument> insertion =
                journal.events()
                        .insert(
                                event.id().value(),
                                creation,
                                journal.document(event),
                                RegistrationLine.from(entry),
                                owed(happening));
        return switch (insertion) {
            case Insertion.Inserted<EventDocument>(var stored) ->
                    new Insertion.Inserted<>(open(stored));
            case Insertion.Repeated<EventDocument>(var stored) ->
                    new Insertion.Repeated<>(open(stored));
            case Insertion.KeyReused<EventDocument> _ -> new Insertion.KeyReused<>();
            case Insertion.Taken<EventDocument>(var field) -> new Insertion.Taken<>(field);
        };
    }

    @Override
    public Optional<Event> find(EventId id) {
        return journal.events().find(id.value()).map(stored -> open(stored).body());
    }

    @Override
    public Optional<EventId> madeBy(String creationKey) {
        return journal.events().madeBy(creationKey).map(EventId::new);
    }

    @Override
    public Map<EventId, Event> findAll(Collection<EventId> ids) {
        return journal.events().findAll(ids.stream().map(EventId::value).toList()).stream()
                .map(stored -> open(stored).body())
                .collect(Collectors.toMap(Event::id, Function.identity()));
    }

    @Override
    public List<Event> list(ListPosition after, int limit) {
        return halves(
                List.of(
                        in(EventJournal.STATE, EventDocument.PUBLISHED, EventDocument.CANCELLED),
                        ne(EventJournal.PHASE, EventJournal.ARCHIVED)),
                after,
                limit);
    }

    @Override
    public List<Event> own(ListPosition after, int limit) {
        return halves(List.of(), after, limit);
    }

    private List<Event> halves(List<Bson> those, ListPosition after, int limit) {
        List<Event> found = new ArrayList<>(half(those, after, limit));
        if (!after.past() && found.size() < limit) {
            found.addAll(half(those, after.turn(), limit - found.size()));
        }
        return found;
    }

    /** Upcoming or past events: from the position on, but no further than its half of the list. */
    private List<Event> half(List<Bson> those, ListPosition after, int limit) {
        Instant begun = after.begun();
        Instant startsAt = after.startsAt();
        List<Bson> conditions = new ArrayList<>(those);
        conditions.add(
                after.past() ? lte(EventJournal.ENDS_AT, begun) : gt(EventJournal.ENDS_AT, begun));
        if (!after.isAtItsBeginning()) {
            Bson sameStart = eq(EventJournal.STARTS_AT, startsAt);
            conditions.add(
                    after.past()
                            ? or(
                                    lt(EventJournal.STARTS_AT, startsAt),
                                    and(sameStart, lt(Envelope.ID, after.id())))
                            : or(
                                    gt(EventJournal.STARTS_AT, startsAt),
                                    and(sameStart, gt(Envelope.ID, after.id()))));
        }
        Bson order =
                after.past()
                        ? descending(EventJournal.STARTS_AT, Envelope.ID)
                        : ascending(EventJournal.STARTS_AT, Envelope.ID);
        return journal.events().query(and(conditions), order, limit).stream()
                .map(stored -> open(stored).body())
                .toList();
    }

    @Override
    public <R> Optional<R> decide(EventId id, Function<Event, Decision<R>> decide) {
        return journal.events().move(id.value(), turn -> decide(turn, id, decide));
    }

    private <R> R decide(
            Turn<EventDocument> turn, EventId id, Function<Event, Decision<R>> decide) {
        return switch (decide.apply(turn.state().toDomain(id.value()))) {
            case Decision.Become<R>(var next, var happening, var entry, var answer) -> {
                turn.set(journal.document(next), owed(happening));
                turn.log(RegistrationLine.from(entry));
                yield answer;
            }
            case Decision.Stay<R>(var answer) -> answer;
        };
    }

    @Override
    public Optional<EventOutcome> forget(EventId id, long seen) {
        return journal.events()
                .erase(
                        id.value(),
                        stored ->
                                switch (open(stored).body()) {
                                    case Event.Draft draft when draft.revision() != seen ->
                                            Change.none(new EventOutcome.Stale());
                                    case Event.Draft draft ->
                                            Change.to(
                                                    stored.body(),
                                                    List.of(),
                                                    new EventOutcome.Done(draft));
                                    case Event.Published _, Event.Cancelled _ ->
                                            Change.none(
                                                    new EventOutcome.Refused(
                                                            EventOutcome.Reason.ALREADY_PUBLISHED));
                                });
    }

    @Override
    public Optional<List<KeptEntry>> journal(EventId id, String after, int limit) {
        LinePosition position = LinePosition.parse(after).orElse(LinePosition.START);
        return journal.events()
                .find(id.value())
                .map(
                        _ ->
                                journal
                                        .events()
                                        .lines(id.value(), RegistrationLine.class, position, limit)
                                        .stream()
                                        .map(
                                                line ->
                                                        new KeptEntry(
                                                                line.position().toString(),
                                                                line.at(),
                                                                line.line().toDomain()))
                                        .toList());
    }

    @Override
    public List<Located> upTo(Instant moment, String after, int limit) {
        return journal.events().locateUpTo(EventJournal.NEXT_DUE_AT, moment, after, limit);
    }

    private OutboundMessage[] owed(@Nullable EventHappening happening) {
        return happening == null
                ? new OutboundMessage[0]
                : translator.announce(happening).toArray(OutboundMessage[]::new);
    }

    private static Stored<Event> open(Stored<EventDocument> stored) {
        return stored.with(stored.body().toDomain(stored.id()));
    }
}
