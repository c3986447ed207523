package fi.kumppani.portal.registration;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.event.EventView;
import fi.kumppani.portal.event.FindEvent;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.GoingBack;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.RobotSettings;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.ReaderLanguage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Registers people for an event. Seats may be held while the form is filled in: that is a form of
 * its own on the event's page, which leads here. What came of registering is the answer to the form
 * itself: sent again, it says the same again.
 */
@Controller
@RequestMapping("/m/{code}/events/{id}")
class RegisterPage {

    private static final String REGISTRATIONS =
            "/v1/municipalities/{municipality}/events/{id}/registrations";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String HOLD_LAPSED = "hold-lapsed";
    private static final int MOST_INVITED = 60;

    private final FindEvent events;
    private final FindAssociations associations;
    private final Backends backends;
    private final PrivacySettings privacy;
    private final RobotSettings robots;
    private final Clock clock;

    RegisterPage(
            FindEvent events,
            FindAssociations associations,
            Backends backends,
            PrivacySettings privacy,
            RobotSettings robots,
            Clock clock) {
        this.events = events;
        this.associations = associations;
        this.backends = backends;
        this.privacy = privacy;
        this.robots = robots;
        this.clock = clock;
    }

    /** Holds seats, if it can, and leads to the form, whether they are held or not. */
    @PostMapping("/register")
    ResponseEntity<Void> begin(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int seats,
            @RequestParam(defaultValue = "") String quota,
            Reader reader,
            HttpServletRequest request) {
        UriComponentsBuilder form =
                UriComponentsBuilder.fromPath("/m/{code}/events/{id}/register")
                        .queryParam("seats", seats)
                        .queryParam("quota", "{quota}");
        Answer<HeldSeats.Answered> answer =
                backends.answer(
                        reader,
                        Question.post(
                                Backend.EVENTS,
                                HeldSeats.Answered.class,
                                REGISTRATIONS + "/holds",
                                Map.of("municipality", code, "id", id),
                                new HeldSeats.Wish(seats, quota.isBlank() ? null : quota)));
        answer.found().ifPresent(held -> held.seats().in(form));
        ReaderLanguage.chosen(request)
                .ifPresent(language -> form.queryParam(ReaderLanguage.PARAMETER, language.code()));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(form.encode().buildAndExpand(code, id, quota).toUri())
                .build();
    }

    @GetMapping("/register")
    String fillIn(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        EventView event = events.find(code, id, reader);
        GoingBack.shows(response);
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        RegistrationForms.read(form, sent, event);
        form.put("language", reader.language().code());
        return page(event, form, HeldSeats.of(sent), List.of(), reader, model);
    }

    @PostMapping("/registrations")
    String register(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Instant now = clock.instant();
        EventView event = events.find(code, id, reader);
        FilledForm form = new FilledForm(FormKeys.of(sent.getFirst("key"), now));
        RegistrationForms.read(form, sent, event);
        HeldSeats held = HeldSeats.of(sent);
        List<Choice> found = meant(event, form, sent.containsKey("find"), reader);
        if (sent.containsKey("find")) {
            return page(event, form, held, found, reader, model);
        }
        if (robots.suspect(form, sent, now)) {
            form.refuse(RegistrationForms.FAMILY + ".program");
        }
        Said said = RegistrationForms.said(form, event, held);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(event, form, held, found, reader, model);
        }
        Answer<Registered> answer = send(code, id, said, form, reader);
        boolean lapsed = hasLapsed(answer);
        if (lapsed) {
            answer = send(code, id, said.unheld(), form, reader);
        }
        return switch (answer) {
            case Answer.Found<Registered>(Registered registered) -> {
                model.addAttribute("event", event);
                model.addAttribute("registered", registered);
                model.addAttribute("lapsed", lapsed);
                yield "registered";
            }
            case Answer.Missing<Registered> _ -> throw new NoSuchPageException();
            case Answer.Refused<Registered>(var refusal) -> {
                response.setStatus(refusal.status());
                RegistrationForms.refuse(form, refusal);
                yield page(event, form, lapsed ? null : held, found, reader, model);
            }
            case Answer.Away<Registered> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                form.refuse(RegistrationForms.FAMILY + ".away");
                yield page(event, form, held, found, reader, model);
            }
        };
    }

    private Answer<Registered> send(
            String code, String id, Said said, FilledForm form, Reader reader) {
        return backends.answer(
                reader,
                Question.post(
                                Backend.EVENTS,
                                Registered.class,
                                REGISTRATIONS,
                                Map.of("municipality", code, "id", id),
                                said)
                        .with(IDEMPOTENCY_KEY, form.key())
                        .orNothing(Registered.TOLD_BY_MAIL));
    }

    private static boolean hasLapsed(Answer<Registered> answer) {
        return answer instanceof Answer.Refused<Registered>(var refusal)
                && refusal.reason().equals(HOLD_LAPSED);
    }

    /**
     * Finds the association that is meant by the name somebody wrote.
     *
     * @param asked whether somebody only looks for it
     * @return what there is to choose from
     */
    private List<Choice> meant(EventView event, FilledForm form, boolean asked, Reader reader) {
        String name = form.value("association");
        boolean chosen = !form.value("associationId").isEmpty();
        if (name.isEmpty() || (chosen && !asked) || !FormView.asksAssociation(event)) {
            return List.of();
        }
        FindAssociations.Found found = associations.named(event, name, reader);
        if (found.exact().isPresent()) {
            form.put("associationId", found.exact().get().id());
            form.put("association", "");
            return List.of();
        }
        form.refuse(
                "association", RegistrationForms.FAMILY + ".error.association." + found.reason());
        return found.choices();
    }

    private String page(
            EventView event,
            FilledForm form,
            @Nullable HeldSeats held,
            List<Choice> found,
            Reader reader,
            Model model) {
        model.addAttribute("event", event);
        model.addAttribute("form", form);
        model.addAttribute(
                "asks", FormView.of(event, choices(event, form, found, reader), reader.language()));
        model.addAttribute(
                "held", held == null ? null : held.view(clock.instant(), reader.language()));
        model.addAttribute("keptDays", privacy.registrationsKept().toDays());
        model.addAttribute("needsDays", privacy.needsKept().toDays());
        model.addAttribute("here", event.href());
        return "register";
    }

    private List<Choice> choices(
            EventView event, FilledForm form, List<Choice> found, Reader reader) {
        var rules = event.signUp().rules();
        if (rules.byInvitation()) {
            return associations.byId(
                    event, rules.invited().stream().limit(MOST_INVITED).toList(), reader);
        }
        String chosen = form.value("associationId");
        if (chosen.isEmpty() || found.stream().anyMatch(choice -> choice.id().equals(chosen))) {
            return found;
        }
        return Stream.concat(
                        associations.byId(event, List.of(chosen), reader).stream(), found.stream())
                .toList();
    }
}
