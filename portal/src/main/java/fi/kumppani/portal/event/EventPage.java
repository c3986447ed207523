package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Shows an event with its seats, its parts, what is to be done at it, and afterwards its memo. What
 * a service does not tell in time is left out; the event itself is there all the same.
 */
@Controller
@RequestMapping("/m/{code}/events/{id}")
class EventPage {

    private final FindEvent events;
    private final Backends backends;
    private final Structured structured;
    private final Clock clock;

    EventPage(FindEvent events, Backends backends, Structured structured, Clock clock) {
        this.events = events;
        this.backends = backends;
        this.structured = structured;
        this.clock = clock;
    }

    /** Something above the event that has a page. */
    record Above(Told title, String href) {}

    /**
     * A part of an umbrella.
     *
     * @param free seats nobody has; none where one does not register
     */
    record Part(
            Told title,
            String href,
            String startsAt,
            String when,
            @Nullable Told venue,
            String situation,
            @Nullable Integer free) {

        static Part of(String code, EventFacts event, Instant now, Language language) {
            return new Part(
                    event.title().told(language),
                    "/m/" + event.owner(code) + "/events/" + event.id(),
                    event.startsAt().toString(),
                    Formats.period(event.startsAt(), event.endsAt(), language),
                    event.venue() == null
                            ? null
                            : LocalizedText.maybe(event.venue().name(), language),
                    Situations.of(event, now),
                    event.seats() == null ? null : event.seats().free());
        }
    }

    @GetMapping
    String see(@PathVariable String code, @PathVariable String id, Reader reader, Model model) {
        var parts = backends.ask(reader, EventFacts.parts(code, id));
        var tasks = backends.ask(reader, TaskFacts.of(code, id));
        var linkedData = backends.ask(reader, structured.of(code, id));
        EventView event = events.find(code, id, reader);
        var umbrella = ask(event.partOf(), reader, above -> EventFacts.one(code, above));
        var memo =
                event.isBegun(clock.instant())
                        ? backends.ask(reader, MemoFacts.of(code, id))
                        : CompletableFuture.completedFuture(new Answer.Missing<MemoFacts>());
        var series = ask(event.seriesId(), reader, above -> SeriesFacts.one(code, above));
        model.addAttribute("event", event);
        model.addAttribute("parts", parts(code, parts.join(), reader));
        model.addAttribute("tasks", TaskFacts.views(tasks.join(), reader.language()));
        model.addAttribute("memo", MemoFacts.view(memo.join(), event, reader.language()));
        model.addAttribute(
                "umbrella",
                above(umbrella, EventFacts::title, event.partOf(), code, "events", reader));
        model.addAttribute(
                "series",
                above(series, SeriesFacts::title, event.seriesId(), code, "series", reader));
        model.addAttribute(
                "structured", linkedData.join().found().map(structured::text).orElse(null));
        model.addAttribute("here", event.href());
        return "event";
    }

    private List<Part> parts(String code, Answer<Listing<EventFacts>> answer, Reader reader) {
        Instant now = clock.instant();
        return answer.found().stream()
                .flatMap(listing -> listing.items().stream())
                .map(part -> Part.of(code, part, now, reader.language()))
                .toList();
    }

    private <T> @Nullable CompletableFuture<Answer<T>> ask(
            @Nullable String id, Reader reader, Function<String, Question<T>> question) {
        return id == null ? null : backends.ask(reader, question.apply(id));
    }

    private static <T> @Nullable Above above(
            @Nullable CompletableFuture<Answer<T>> asked,
            Function<T, LocalizedText> title,
            @Nullable String id,
            String code,
            String kind,
            Reader reader) {
        return asked == null
                ? null
                : asked.join()
                        .found()
                        .map(
                                found ->
                                        new Above(
                                                title.apply(found).told(reader.language()),
                                                "/m/" + code + "/" + kind + "/" + id))
                        .orElse(null);
    }
}
