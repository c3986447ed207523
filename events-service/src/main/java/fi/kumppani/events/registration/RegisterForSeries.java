package fi.kumppani.events.registration;

import fi.kumppani.events.admission.Admitted;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.EventQuestion;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.FindEvents;
import fi.kumppani.events.event.KnownSeries;
import fi.kumppani.events.event.Standing;
import fi.kumppani.kit.store.Creation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody registers once for all that is to come of a series: for each event as everybody does,
 * one by one in the order of time. Who wants later ones too follows the series from then on; else
 * nothing is kept of it but those registrations.
 */
@Service
public class RegisterForSeries {

    /** The most events that one request registers for, and mails are sent about. */
    static final int MOST_EVENTS = 30;

    private static final Comparator<Event> IN_TIME =
            Comparator.<Event, Instant>comparing(event -> event.details().schedule().startsAt())
                    .thenComparing(event -> event.id().value());

    private final KnownSeries knownSeries;
    private final FindEvents findEvents;
    private final CheckApplication checkApplication;
    private final RegisterForEvent registerForEvent;
    private final SeriesFollowers followers;
    private final Events events;
    private final Clock clock;

    RegisterForSeries(
            KnownSeries knownSeries,
            FindEvents findEvents,
            CheckApplication checkApplication,
            RegisterForEvent registerForEvent,
            SeriesFollowers followers,
            Events events,
            Clock clock) {
        this.knownSeries = knownSeries;
        this.findEvents = findEvents;
        this.checkApplication = checkApplication;
        this.registerForEvent = registerForEvent;
        this.followers = followers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Registers somebody, who comes alone. The same request again registers for what is still
     * lacking, and gets the first answer for the rest.
     *
     * @param associationId the association they come for; null for none
     * @param later whether what is announced later is meant too
     * @return empty when there is no such series
     */
    public Optional<Outcome> register(
            String series,
            Registrant.Person person,
            @Nullable String associationId,
            boolean later,
            Creation request) {
        if (!knownSeries.has(series)) {
            return Optional.empty();
        }
        SaidByRegistrant said = said(person, associationId);
        if (associationId != null && checkApplication.known(said).isEmpty()) {
            return Optional.of(
                    new Outcome.Faulty(List.of(new Application.Fault("associationId", "unknown"))));
        }
        List<EventId> before = List.of();
        if (later) {
            switch (followers.join(series, person, associationId, request)) {
                case SeriesFollowers.Joining.Joined(var missed) -> before = missed;
                case SeriesFollowers.Joining.KeyReused _ -> {
                    return Optional.of(new Outcome.KeyReused());
                }
            }
        }
        List<OfEvent> all = new ArrayList<>();
        for (Event event : coming(series, before)) {
            Optional<RegisterForEvent.Outcome> outcome = register(event, said, request);
            if (outcome.isPresent()
                    && outcome.get() instanceof RegisterForEvent.Outcome.KeyReused) {
                return Optional.of(new Outcome.KeyReused());
            }
            outcome.ifPresent(found -> all.add(new OfEvent(event, found)));
        }
        return Optional.of(new Outcome.Told(List.copyOf(all)));
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** What came of each event, in the order of time. */
        record Told(List<OfEvent> events) implements Outcome {}

        /** The key of the request was used before with other content. */
        record KeyReused() implements Outcome {}

        /** What they said does not do for any event. */
        record Faulty(List<Application.Fault> faults) implements Outcome {}
    }

    /**
     * What came of one event.
     *
     * @param outcome {@link RegisterForEvent.Outcome.Faulty} where it asks for more than who comes
     */
    public record OfEvent(Event event, RegisterForEvent.Outcome outcome) {}

    /** Those that are listed, and those that are not yet but whose followers are registered. */
    private List<Event> coming(String series, List<EventId> more) {
        Instant now = clock.instant();
        Map<EventId, Event> coming = new LinkedHashMap<>();
        findEvents
                .slice(EventQuestion.comingOfSeries(series, now), false, 0, MOST_EVENTS)
                .found()
                .forEach(found -> coming.put(found.event().id(), found.event()));
        List<EventId> unlisted = more.stream().filter(id -> !coming.containsKey(id)).toList();
        if (coming.size() < MOST_EVENTS && !unlisted.isEmpty()) {
            coming.putAll(events.findAll(unlisted));
        }
        return coming.values().stream()
                .filter(event -> isToBeHeld(event, series, now))
                .sorted(IN_TIME)
                .limit(MOST_EVENTS)
                .toList();
    }

    private static boolean isToBeHeld(Event event, String series, Instant now) {
        Belonging belonging = event.details().particulars().belonging();
        return event instanceof Event.Published
                && event.standing().phase() != Standing.Phase.ARCHIVED
                && series.equals(belonging.series())
                && belonging.partOf() == null
                && !event.details().schedule().isOver(now);
    }

    private Optional<RegisterForEvent.Outcome> register(
            Event event, SaidByRegistrant said, Creation request) {
        return registerForEvent.registerWithSeries(
                event.id(),
                said,
                new Creation(request.key() + ":" + event.id().value(), request.contentHash()));
    }

    /** Who is invited is asked for a delegate by the event's own form, so none is named here. */
    static SaidByRegistrant told(Event event, SaidByRegistrant said) {
        return event.rules().admitted() == Admitted.INVITED ? said(said.person(), null) : said;
    }

    /** What somebody says who comes alone to whatever there is of a series. */
    static SaidByRegistrant said(Registrant.Person person, @Nullable String associationId) {
        return new SaidByRegistrant(person, 1, null, associationId, null, Map.of());
    }
}
