package fi.kumppani.portal.registration;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.event.FindSeries;
import fi.kumppani.portal.event.SeriesView;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.GoingBack;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.RobotSettings;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Registers people once for what is to come of a series. What came of each event is the answer to
 * the form itself: sent again, it registers for what was lacking and says the rest again.
 */
@Controller
@RequestMapping("/m/{code}/series/{id}")
class SeriesRegisterPage {

    /** How many events a series is joined for at once, as events-service has it. */
    private static final int MOST_EVENTS = 30;

    private static final String MEANT = "meant";
    private static final String LATER = "later";
    private static final String ANNOUNCED = "announced";

    private final FindSeries findSeries;
    private final Backends backends;
    private final PrivacySettings privacy;
    private final RobotSettings robots;
    private final Clock clock;

    SeriesRegisterPage(
            FindSeries findSeries,
            Backends backends,
            PrivacySettings privacy,
            RobotSettings robots,
            Clock clock) {
        this.findSeries = findSeries;
        this.backends = backends;
        this.privacy = privacy;
        this.robots = robots;
        this.clock = clock;
    }

    /**
     * Who wants to come, in the words of events-service.
     *
     * @param announcedOnly whether events that are announced later are not meant
     */
    record Who(String name, String email, String language, boolean announcedOnly) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "Who[]";
        }
    }

    @GetMapping("/register")
    String fillIn(
            @PathVariable String code,
            @PathVariable String id,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        GoingBack.shows(response);
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        form.put("name", "");
        form.put("email", "");
        form.put("language", reader.language().code());
        form.put(MEANT, LATER);
        return page(findSeries.find(code, id, reader), form, model);
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
        SeriesView series = findSeries.find(code, id, reader);
        FilledForm form = new FilledForm(FormKeys.of(sent.getFirst("key"), now));
        for (String field : List.of("name", "email", "language", MEANT)) {
            form.put(field, sent.getFirst(field));
        }
        if (robots.suspect(form, sent, now)) {
            form.refuse(RegistrationForms.FAMILY + ".program");
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(series, form, model);
        }
        return switch (send(code, id, form, reader)) {
            case Answer.Found<SeriesRegistered>(SeriesRegistered registered) -> {
                model.addAttribute("series", series);
                model.addAttribute("taken", registered.isAnyTaken());
                model.addAttribute("following", registered.isFollowing());
                model.addAttribute("rows", registered.rows(code, reader.language()));
                model.addAttribute("here", series.href());
                yield "series-registered";
            }
            case Answer.Missing<SeriesRegistered> _ -> throw new NoSuchPageException();
            case Answer.Refused<SeriesRegistered>(var refusal) -> {
                response.setStatus(refusal.status());
                RegistrationForms.refuse(form, refusal);
                yield page(series, form, model);
            }
            case Answer.Away<SeriesRegistered> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                form.refuse(RegistrationForms.FAMILY + ".away");
                yield page(series, form, model);
            }
        };
    }

    private Answer<SeriesRegistered> send(String code, String id, FilledForm form, Reader reader) {
        return backends.answer(
                reader,
                Question.post(
                                Backend.EVENTS,
                                SeriesRegistered.class,
                                "/v1/municipalities/{municipality}/series/{id}/registrations",
                                Map.of("municipality", code, "id", id),
                                new Who(
                                        form.value("name"),
                                        form.value("email"),
                                        form.value("language"),
                                        form.has(MEANT, ANNOUNCED)))
                        .with("Idempotency-Key", form.key()));
    }

    private String page(SeriesView series, FilledForm form, Model model) {
        model.addAttribute("series", series);
        model.addAttribute("form", form);
        model.addAttribute("events", series.open().stream().limit(MOST_EVENTS).toList());
        model.addAttribute("most", MOST_EVENTS);
        model.addAttribute("keptDays", privacy.registrationsKept().toDays());
        model.addAttribute("followedDays", privacy.followersKept().toDays());
        model.addAttribute("here", series.href());
        return "series-register";
    }
}
