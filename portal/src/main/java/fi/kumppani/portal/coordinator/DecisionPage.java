package fi.kumppani.portal.coordinator;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.event.FindEvent;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Map;
import java.util.Set;

/**
 * Whether an event is held that needs a least number of people: how many have a seat, when it is
 * decided by itself, and two buttons that decide it before.
 */
@Controller
@RequestMapping("/m/{code}/events/{id}/decision")
class DecisionPage {

    private static final Set<String> REASONS =
            Set.of("no-minimum", "already-assured", "event-cancelled", "event-started");

    private final FindEvent events;
    private final Coordinators coordinators;

    DecisionPage(FindEvent events, Coordinators coordinators) {
        this.events = events;
        this.coordinators = coordinators;
    }

    /** What is declared, in the words of events-service. */
    record Declared(boolean held) {}

    /**
     * How an event stands that needs a least number of people.
     *
     * @param seated how many have a seat
     * @param atLeast how many must
     * @param decidedAt when it is decided by itself
     * @param state {@code open}, {@code held}, {@code cancelled} or {@code none} where no number is
     *     set
     */
    record Standing(
            @Nullable Integer seated,
            @Nullable Integer atLeast,
            @Nullable String decidedAt,
            String state) {

        static Standing of(EventFacts event, Reader reader) {
            EventFacts.Minimum minimum = event.minimum();
            Integer seated = event.seats() == null ? null : event.seats().confirmed();
            return minimum == null
                    ? new Standing(seated, null, null, "none")
                    : new Standing(
                            seated,
                            minimum.atLeast(),
                            Formats.moment(minimum.decidedAt(), reader.language()),
                            event.isCancelled()
                                    ? "cancelled"
                                    : minimum.assured() ? "held" : "open");
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        return page(code, id, coordinators.of(code, request, reader), reader, model);
    }

    @PostMapping
    String decide(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String held,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person coordinator = coordinators.of(code, request, reader);
        if (held.equals("true") || held.equals("false")) {
            Answer<EventFacts> answer =
                    coordinator.answer(
                            Question.put(
                                            Backend.EVENTS,
                                            EventFacts.class,
                                            "/v1/municipalities/{municipality}/events/{id}"
                                                    + "/decision",
                                            Map.of("municipality", code, "id", id),
                                            new Declared(held.equals("true")))
                                    .with("If-Match", seen));
            switch (answer) {
                case Answer.Found<EventFacts> _ -> model.addAttribute("done", held);
                case Answer.Missing<EventFacts> _ -> throw new NoSuchPageException();
                case Answer.Refused<EventFacts>(var refusal) -> {
                    response.setStatus(refusal.status());
                    model.addAttribute(
                            "refusal",
                            refusal.status() == 412
                                    ? "holding.stale"
                                    : REASONS.contains(refusal.reason())
                                            ? "holding.reason." + refusal.reason()
                                            : "holding.refused");
                }
                case Answer.Away<EventFacts> _ -> {
                    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                    model.addAttribute("refusal", "holding.away");
                }
            }
        }
        return page(code, id, coordinator, reader, model);
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/events/{id}/decision", request);
    }

    private String page(String code, String id, Person coordinator, Reader reader, Model model) {
        Versioned<EventFacts> found = coordinator.found(EventFacts.one(code, id));
        model.addAttribute("event", events.find(code, id, reader));
        model.addAttribute("standing", Standing.of(found.value(), reader));
        model.addAttribute("seen", found.version());
        model.addAttribute("here", "/m/" + code + "/events/" + id + "/decision");
        return "decision";
    }
}
