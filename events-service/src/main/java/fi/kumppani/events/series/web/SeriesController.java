package fi.kumppani.events.series.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.EventQuestion;
import fi.kumppani.events.event.FindEvents;
import fi.kumppani.events.event.FindEvents.Found;
import fi.kumppani.events.event.KnownGroupings;
import fi.kumppani.events.event.Situation;
import fi.kumppani.events.series.KeepSeries;
import fi.kumppani.events.series.Series;
import fi.kumppani.events.series.SeriesShelf;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Series, written by coordinators and read by everybody, with their archive by year. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/series")
class SeriesController {

    private static final String BEGIN = "events.series.begin";
    private static final int MOST_EVENTS = 1000;

    private final KeepSeries keepSeries;
    private final SeriesShelf shelf;
    private final KnownGroupings groupings;
    private final FindEvents findEvents;
    private final Clock clock;

    SeriesController(
            KeepSeries keepSeries,
            SeriesShelf shelf,
            KnownGroupings groupings,
            FindEvents findEvents,
            Clock clock) {
        this.keepSeries = keepSeries;
        this.shelf = shelf;
        this.groupings = groupings;
        this.findEvents = findEvents;
        this.clock = clock;
    }

    /**
     * A series as a coordinator writes it.
     *
     * @param title at most 200 characters in each language
     * @param description at most 10 000
     * @param wholeOnly whether one registers once for all that is to come; false when absent
     */
    record SeriesRequest(
            @NotNull LocalizedText title,
            @Nullable LocalizedText description,
            @Nullable @Size(min = 1, max = 100) String networkId,
            @Nullable Boolean wholeOnly) {

        Series read() {
            new FieldErrors()
                    .longest("title", title, 200)
                    .longest("description", description, 10_000)
                    .throwIfAny();
            return new Series(
                    title, description, networkId, Objects.requireNonNullElse(wholeOnly, false));
        }
    }

    /** The answer to a creation: what never changes about it. */
    record BegunView(String id) {}

    /** A series as it is read. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeriesView(
            String id,
            LocalizedText title,
            @Nullable LocalizedText description,
            @Nullable String networkId,
            boolean wholeOnly,
            @Nullable List<YearView> years) {

        static SeriesView of(Stored<Series> stored, @Nullable List<YearView> years) {
            Series series = stored.body();
            return new SeriesView(
                    stored.id(),
                    series.title(),
                    series.description(),
                    series.network(),
                    series.wholeOnly(),
                    years);
        }
    }

    /** The events of a year, in the order of time. */
    record YearView(int year, List<EventOfSeriesView> events) {}

    /** An event in the archive of its series. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventOfSeriesView(
            String id,
            LocalizedText title,
            @Nullable LocalizedText theme,
            Instant startsAt,
            Instant endsAt,
            String status,
            String situation,
            @Nullable String partOf) {

        static EventOfSeriesView of(Event event, Instant now) {
            EventId umbrella = event.details().particulars().belonging().partOf();
            return new EventOfSeriesView(
                    event.id().value(),
                    event.details().title(),
                    event.details().theme(),
                    event.details().schedule().startsAt(),
                    event.details().schedule().endsAt(),
                    event.status(),
                    WireCodes.of(Situation.of(event, now)),
                    umbrella == null ? null : umbrella.value());
        }
    }

    /** Begins a series. */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping
    ResponseEntity<BegunView> begin(@Valid @RequestBody SeriesRequest request, IdempotencyKey key) {
        Creation creation = new Creation(key.uniqueKey(BEGIN), key.bodyHash());
        return switch (keepSeries.begin(of(request, null), creation)) {
            case Insertion.Inserted<Series>(var stored) -> begun(stored.id());
            case Insertion.Repeated<Series>(var stored) -> begun(stored.id());
            case Insertion.KeyReused<Series> _ -> throw IdempotencyKey.reused();
            case Insertion.Taken<Series>(var field) ->
                    throw new IllegalStateException("Series share nothing: " + field);
        };
    }

    private static ResponseEntity<BegunView> begun(String id) {
        return ResponseEntity.created(
                        URI.create("/v1/municipalities/" + Tenancy.current() + "/series/" + id))
                .eTag(ETags.of(1))
                .body(new BegunView(id));
    }

    /** Writes a series anew. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{id}")
    ResponseEntity<SeriesView> change(
            @PathVariable String id, @Valid @RequestBody SeriesRequest request, IfMatch seen) {
        Series before = shelf.find(id).map(Stored::body).orElseThrow(Problems::notFound);
        return view(
                keepSeries
                        .change(id, of(request, before), seen.version())
                        .orElseThrow(Problems::notFound));
    }

    /**
     * What is written, of a network that can be named; one that was named before may have ended.
     */
    private Series of(SeriesRequest request, @Nullable Series before) {
        Series series = request.read();
        if (before == null || !Objects.equals(before.network(), series.network())) {
            FieldErrors errors = new FieldErrors();
            groupings.checkNetwork(series.network(), errors);
            errors.throwIfAny();
        }
        return series;
    }

    /** All series, the oldest first. */
    @OpenToAll
    @GetMapping
    Page<SeriesView> list(Cursor cursor) {
        return cursor.page(
                        shelf.list(
                                Objects.requireNonNullElse(cursor.after(), ""), cursor.fetchSize()),
                        Stored::id)
                .map(stored -> SeriesView.of(stored, null));
    }

    /**
     * A series with its announced events, the latest year first; the latest thousand. Those put
     * away are among them.
     */
    @OpenToAll
    @GetMapping("/{id}")
    ResponseEntity<SeriesView> one(@PathVariable String id) {
        return view(shelf.find(id).orElseThrow(Problems::notFound));
    }

    private ResponseEntity<SeriesView> view(Stored<Series> stored) {
        return ResponseEntity.ok()
                .eTag(ETags.of(stored.version()))
                .body(SeriesView.of(stored, years(stored.id())));
    }

    private List<YearView> years(String series) {
        Instant now = clock.instant();
        Map<Integer, List<EventOfSeriesView>> byYear =
                findEvents.own(EventQuestion.ofSeries(series), MOST_EVENTS).stream()
                        .map(Found::event)
                        .collect(
                                Collectors.groupingBy(
                                        SeriesController::year,
                                        () -> new TreeMap<>(Comparator.reverseOrder()),
                                        Collectors.mapping(
                                                event -> EventOfSeriesView.of(event, now),
                                                Collectors.toList())));
        return byYear.entrySet().stream()
                .map(year -> new YearView(year.getKey(), year.getValue()))
                .toList();
    }

    private static int year(Event event) {
        return event.details().schedule().startsAt().atZone(FinnishTime.ZONE).getYear();
    }
}
