package fi.kumppani.portal.door;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.event.EventView;
import fi.kumppani.portal.event.FindEvent;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Counts people who say themselves that they have come, without their names: what they need is the
 * code that is shown at the door. The same form sent twice counts once.
 */
@Controller
@RequestMapping("/m/{code}/events/{id}/check-in")
class CheckInPage {

    private static final String FAMILY = "check-in";
    private static final List<String> REASONS = List.of("door-closed", "event-cancelled");
    private static final List<String> CATEGORIES =
            List.of("association", "elected", "staff", "resident", "other");

    private final FindEvent events;
    private final Backends backends;
    private final Clock clock;

    CheckInPage(FindEvent events, Backends backends, Clock clock) {
        this.events = events;
        this.backends = backends;
        this.clock = clock;
    }

    /** What is sent. */
    record Said(String code, String category) {}

    /** What came of it. */
    record Counted(String result) {}

    @GetMapping
    String fillIn(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(name = "shown", defaultValue = "") String shown,
            Reader reader,
            Model model) {
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        form.put("shown", shown);
        form.put("category", "");
        return page(events.find(code, id, reader), form, model);
    }

    @PostMapping
    String count(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(required = false) @Nullable String key,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        EventView event = events.find(code, id, reader);
        FilledForm form = new FilledForm(FormKeys.of(key, clock.instant()));
        form.put("shown", shown);
        form.put("category", category);
        if (!CATEGORIES.contains(form.value("category"))) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            form.refuse("category", FAMILY + ".error.category");
            return page(event, form, model);
        }
        Answer<Counted> answer =
                backends.answer(
                        reader,
                        Question.post(
                                        Backend.EVENTS,
                                        Counted.class,
                                        "/v1/municipalities/{municipality}/events/{id}"
                                                + "/door/self-check-ins",
                                        Map.of("municipality", code, "id", id),
                                        new Said(form.value("shown"), form.value("category")))
                                .with("Idempotency-Key", form.key()));
        return switch (answer) {
            case Answer.Found<Counted> _ -> {
                model.addAttribute("event", event);
                yield "checked-in";
            }
            case Answer.Missing<Counted> _ -> throw new NoSuchPageException();
            case Answer.Refused<Counted>(var refusal) -> {
                response.setStatus(refusal.status());
                if (refusal.errors().stream().anyMatch(error -> error.field().equals("code"))) {
                    form.refuse("shown", FAMILY + ".error.shown");
                } else {
                    form.refuse(refusal, FAMILY, REASONS);
                }
                yield page(event, form, model);
            }
            case Answer.Away<Counted> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                form.refuse(FAMILY + ".away");
                yield page(event, form, model);
            }
        };
    }

    private static String page(EventView event, FilledForm form, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("form", form);
        model.addAttribute("categories", CATEGORIES);
        model.addAttribute("here", event.href());
        return "check-in";
    }
}
