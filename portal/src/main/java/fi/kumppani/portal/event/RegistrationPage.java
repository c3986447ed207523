package fi.kumppani.portal.event;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;
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
import java.util.Map;

/**
 * Where the link in a mail about a registration leads: how it stands, and buttons for what its
 * holder may do. Opening the page never does anything; mail scanners open every link.
 */
@Controller
@RequestMapping("/m/{code}/registrations/{event}/{number}")
class RegistrationPage {

    private static final String TOKEN = "X-Link-Token";
    private static final String REGISTRATION =
            "/v1/municipalities/{municipality}/events/{event}/registrations/{number}";

    private final Municipalities municipalities;
    private final Backends backends;
    private final Clock clock;

    RegistrationPage(Municipalities municipalities, Backends backends, Clock clock) {
        this.municipalities = municipalities;
        this.backends = backends;
        this.clock = clock;
    }

    /** Which registration, as the address says. */
    record Address(String code, String event, String number) {

        Map<String, String> variables() {
            return Map.of("municipality", code, "event", event, "number", number);
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String event,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model) {
        Address address = new Address(code, event, number);
        return page(address, standing(address, token, reader), token, reader, model);
    }

    @PostMapping("/{action:cancellation|acceptance|address-confirmation|handover}")
    String act(
            @PathVariable String code,
            @PathVariable String event,
            @PathVariable String number,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Address address = new Address(code, event, number);
        Answer<Registered> answer =
                backends.answer(
                        reader,
                        Question.post(
                                        Backend.EVENTS,
                                        Registered.class,
                                        REGISTRATION + "/" + action,
                                        address.variables(),
                                        Map.of())
                                .with(TOKEN, token));
        return switch (answer) {
            case Answer.Found<Registered>(Registered registered) -> {
                model.addAttribute("done", action);
                yield page(address, registered, token, reader, model);
            }
            case Answer.Missing<Registered> _ -> throw new NoSuchPageException();
            case Answer.Refused<Registered>(var refusal) -> {
                response.setStatus(refusal.status());
                model.addAttribute(
                        "refusal",
                        switch (refusal.reason()) {
                            case "event-started" -> "manage.started";
                            case "offer-lapsed", "registration-ended" -> "manage.too-late";
                            default -> "manage.refused";
                        });
                yield page(address, standing(address, token, reader), token, reader, model);
            }
            case Answer.Away<Registered> _ -> throw new UnavailablePageException();
        };
    }

    private Registered standing(Address address, String token, Reader reader) {
        Answer<Registered> answer =
                backends.answer(
                        reader,
                        Question.get(
                                        Backend.EVENTS,
                                        Registered.class,
                                        REGISTRATION,
                                        address.variables())
                                .with(TOKEN, token));
        return switch (answer) {
            case Answer.Found<Registered>(Registered registered) -> registered;
            case Answer.Missing<Registered> _ -> throw new NoSuchPageException();
            case Answer.Refused<Registered> _, Answer.Away<Registered> _ ->
                    throw new UnavailablePageException();
        };
    }

    private String page(
            Address address, Registered registered, String token, Reader reader, Model model) {
        Municipality municipality =
                municipalities.find(address.code(), reader).orElseThrow(NoSuchPageException::new);
        model.addAttribute("registered", registered);
        model.addAttribute("event", event(address, municipality, reader));
        model.addAttribute("municipality", municipality);
        model.addAttribute("address", address);
        model.addAttribute("token", token);
        model.addAttribute("here", "/m/" + address.code());
        return "registration";
    }

    private @Nullable EventView event(Address address, Municipality municipality, Reader reader) {
        return backends.answer(reader, EventFacts.one(address.code(), address.event()))
                .map(facts -> EventView.of(municipality, facts, clock.instant(), reader.language()))
                .found()
                .orElse(null);
    }
}
