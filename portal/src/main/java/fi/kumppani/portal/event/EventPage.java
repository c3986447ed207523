package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Shows an event with its seats, and registers people for it. What came of registering is the
 * answer to the form itself: sent again, it says the same again.
 */
@Controller
@RequestMapping("/m/{code}/events/{id}")
class EventPage {

    private static final List<String> REASONS =
            List.of(
                    "already-registered",
                    "deadline-passed",
                    "event-cancelled",
                    "waiting-list-full");

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Municipalities municipalities;
    private final Backends backends;
    private final PrivacySettings privacy;
    private final Clock clock;

    EventPage(
            Municipalities municipalities,
            Backends backends,
            PrivacySettings privacy,
            Clock clock) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.privacy = privacy;
        this.clock = clock;
    }

    @GetMapping
    String see(@PathVariable String code, @PathVariable String id, Reader reader, Model model) {
        EventView event = event(code, id, reader);
        FilledForm form = new FilledForm(FormKeys.next());
        form.put("language", reader.language().code());
        return page(event, form, model);
    }

    @PostMapping("/registrations")
    String register(
            @PathVariable String code,
            @PathVariable String id,
            @ModelAttribute RegistrationForm sent,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        EventView event = event(code, id, reader);
        FilledForm form = new FilledForm(FormKeys.of(sent.key()));
        form.put("name", sent.name());
        form.put("email", sent.email());
        form.put("language", sent.language());
        return switch (backends.answer(reader, registration(code, id, form))) {
            case Answer.Found<Registered>(Registered registered) -> {
                model.addAttribute("event", event);
                model.addAttribute("registered", registered);
                yield "registered";
            }
            case Answer.Missing<Registered> _ -> throw new NoSuchPageException();
            case Answer.Refused<Registered>(Refusal refusal) -> {
                response.setStatus(refusal.status());
                form.refuse(refusal, "registration", REASONS);
                yield page(event, form, model);
            }
            case Answer.Away<Registered> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                form.refuse("registration.away");
                yield page(event, form, model);
            }
        };
    }

    private static Question<Registered> registration(String code, String id, FilledForm form) {
        return Question.post(
                        Backend.EVENTS,
                        Registered.class,
                        "/v1/municipalities/{municipality}/events/{id}/registrations",
                        Map.of("municipality", code, "id", id),
                        new Registered.Request(
                                form.value("name"), form.value("email"), form.value("language")))
                .with(IDEMPOTENCY_KEY, form.key());
    }

    private EventView event(String code, String id, Reader reader) {
        Municipality municipality =
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new);
        return switch (backends.answer(reader, EventFacts.one(code, id))) {
            case Answer.Found<EventFacts>(EventFacts facts) ->
                    EventView.of(municipality, facts, clock.instant(), reader.language());
            case Answer.Missing<EventFacts> _ -> throw new NoSuchPageException();
            case Answer.Refused<EventFacts> _, Answer.Away<EventFacts> _ ->
                    throw new UnavailablePageException();
        };
    }

    private String page(EventView event, FilledForm form, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("form", form);
        model.addAttribute("keptDays", privacy.registrationsKept().toDays());
        model.addAttribute("here", "/m/" + event.municipality().code() + "/events/" + event.id());
        return "event";
    }
}
