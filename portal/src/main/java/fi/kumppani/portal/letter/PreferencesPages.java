package fi.kumppani.portal.letter;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.letter.Preferences.Shown;
import fi.kumppani.portal.letter.Preferences.Wanted;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * What a reader chooses by the link in any letter: which letters, in which language, a pause, an
 * end; and their data, to take away or to have erased (GDPR Art. 15, 17 and 20). Opening a page
 * never does anything, its buttons do, and without scripts.
 */
@Controller
@RequestMapping("/m/{code}/subscriptions/preferences")
class PreferencesPages {

    private static final ParameterizedTypeReference<List<Map<String, Object>>> OBJECTS =
            new ParameterizedTypeReference<>() {};

    private final LinkedPage page;
    private final Backends backends;
    private final JsonMapper json;
    private final Clock clock;

    PreferencesPages(LinkedPage page, Backends backends, JsonMapper json, Clock clock) {
        this.page = page;
        this.backends = backends;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model) {
        return page(seen(code, token, reader), code, token, reader, model);
    }

    /**
     * Makes it so.
     *
     * @param pause empty for none, a number of months from today, or a day
     * @param offered the lists that were on the page
     */
    @PostMapping
    String choose(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "fi") String language,
            @RequestParam(defaultValue = "") String pause,
            @RequestParam(name = "areas", required = false) @Nullable List<String> areas,
            @RequestParam(name = "list", required = false) @Nullable List<String> lists,
            @RequestParam(name = "offered", required = false) @Nullable List<String> offered,
            @RequestParam(defaultValue = "") String consent,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        var wanted =
                new Wanted(
                        language,
                        pausedUntil(pause),
                        areas == null ? List.of() : areas,
                        lists == null ? List.of() : lists,
                        offered == null ? List.of() : offered,
                        new Shown(
                                consent,
                                reader.language().code(),
                                "/m/" + code + "/subscriptions/preferences"));
        return answered(
                backends.answer(reader, Preferences.wanting(token, code, wanted)),
                "preferences.saved",
                code,
                token,
                reader,
                model,
                response);
    }

    @PostMapping("/departure")
    String leaveAll(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return answered(
                backends.answer(reader, Preferences.leavingAll(token, code)),
                "preferences.left",
                code,
                token,
                reader,
                model,
                response);
    }

    /** All that is known, in the words of the service, also those that no page knows. */
    @GetMapping("/data")
    ResponseEntity<byte[]> data(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String token,
            Reader reader) {
        List<Map<String, Object>> known =
                PageSubject.of(
                        backends.answer(
                                reader,
                                new Question<>(
                                                Backend.NEWSLETTER,
                                                HttpMethod.GET,
                                                OBJECTS,
                                                Preferences.PATH + "/data",
                                                Map.of("municipality", code),
                                                Map.of(),
                                                Map.of(),
                                                null)
                                        .with(Preferences.TOKEN, token)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("kumppani-" + code + "-letters.json")
                                .build()
                                .toString())
                .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(known));
    }

    @GetMapping("/erasure")
    String explainErasure(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model) {
        seen(code, token, reader);
        return page.of("subscription-erasure", code, token, reader, model);
    }

    @PostMapping("/erasure")
    String erase(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String token,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Answer<Done> answer =
                backends.answer(
                        reader,
                        Question.post(
                                        Backend.NEWSLETTER,
                                        Done.class,
                                        Preferences.PATH + "/erasure",
                                        Map.of("municipality", code),
                                        Map.of())
                                .with(Preferences.TOKEN, token)
                                .orNothing(new Done()));
        return switch (answer) {
            case Answer.Found<Done> _ -> page.of("subscription-erased", code, token, reader, model);
            case Answer.Missing<Done> _ -> throw new NoSuchPageException();
            case Answer.Refused<Done> _, Answer.Away<Done> _ -> {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                model.addAttribute("refusal", "erase.away");
                yield page.of("subscription-erasure", code, token, reader, model);
            }
        };
    }

    private Preferences seen(String code, String token, Reader reader) {
        return PageSubject.of(backends.answer(reader, Preferences.behind(token, code)));
    }

    private String answered(
            Answer<Preferences> answer,
            String done,
            String code,
            String token,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return switch (answer) {
            case Answer.Found<Preferences>(var now) -> {
                model.addAttribute("done", done);
                yield page(now, code, token, reader, model);
            }
            case Answer.Missing<Preferences> _ -> throw new NoSuchPageException();
            case Answer.Refused<Preferences>(var refusal) -> {
                response.setStatus(refusal.status());
                model.addAttribute("refusal", "preferences.refused");
                yield page(seen(code, token, reader), code, token, reader, model);
            }
            case Answer.Away<Preferences> _ -> throw new UnavailablePageException();
        };
    }

    private String page(
            Preferences preferences, String code, String token, Reader reader, Model model) {
        model.addAttribute("preferences", PreferencesView.of(preferences, reader.language()));
        return page.of("subscription-preferences", code, token, reader, model);
    }

    private @Nullable LocalDate pausedUntil(String pause) {
        if (pause.matches("[1-9][0-9]?")) {
            return Formats.dayOf(clock.instant()).plusMonths(Long.parseLong(pause));
        }
        try {
            return pause.isBlank() ? null : LocalDate.parse(pause);
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
