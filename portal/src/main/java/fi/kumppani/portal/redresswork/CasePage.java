package fi.kumppani.portal.redresswork;

import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.official.ApplicationForms;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.official.ReasonFacts;
import fi.kumppani.portal.official.VerdictFields;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A claim for a revised decision, or what a board took up: the ruling on it with its own reasons,
 * and when who claimed knew of it.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/applications/{id}/" + RedressPage.NAME + "/{number:[0-9]+}")
class CasePage {

    private static final String RULING = "ruling";
    private static final String KNOWN = "known";
    private static final Set<String> DONE = Set.of(RULING, KNOWN);
    private static final String OUTCOME = "outcome";
    private static final String REVISED = "revised";
    private static final String VERDICT = "verdict.";
    private static final String SECTION = "section";
    private static final String EXPLANATION = "explanation";
    private static final String KNOWN_ON = "knownOn";
    private static final List<String> OUTCOMES =
            List.of(REVISED, "dismissed", "not-examined", "withdrawn");

    private final ApplicationForms forms;
    private final Backends backends;

    CasePage(ApplicationForms forms, Backends backends) {
        this.forms = forms;
        this.backends = backends;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Subject subject = forms.decided(code, id, request, reader);
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        FilledForm form = KeptForms.form(request, this::kept);
        return page(subject, number, form, reader, model);
    }

    /**
     * Records what was ruled, or when it was known.
     *
     * @param move {@code ruling} or {@code known}
     * @param seen the version that was shown
     */
    @PostMapping
    String act(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Subject subject = forms.decided(code, id, request, reader);
        if (!DONE.contains(move) || (move.equals(RULING) && !subject.official().decides())) {
            throw new NoSuchPageException();
        }
        FilledForm form = kept(sent);
        Map<String, Object> body = move.equals(RULING) ? ruling(form) : known(form);
        return ApplicationForms.send(
                form,
                response,
                () ->
                        subject.official()
                                .person()
                                .answer(
                                        move.equals(RULING)
                                                ? RedressFacts.rule(code, id, number, body)
                                                : RedressFacts.known(code, id, number, body, seen)),
                RedressFields.REFUSALS,
                () -> AfterActing.to(RedressPage.path(code, id) + "/" + number, move, request),
                () -> page(subject, number, form, reader, model));
    }

    private FilledForm kept(MultiValueMap<String, String> sent) {
        FilledForm form = forms.form(null);
        form.put(OUTCOME, sent.getFirst(OUTCOME));
        VerdictFields.keep(form, VERDICT, sent);
        form.put(SECTION, sent.getFirst(SECTION));
        LocalizedFields.keep(form, EXPLANATION, sent);
        form.put(KNOWN_ON, sent.getFirst(KNOWN_ON));
        return form;
    }

    private static Map<String, Object> ruling(FilledForm form) {
        Map<String, Object> body = new LinkedHashMap<>();
        String outcome = form.value(OUTCOME);
        if (!OUTCOMES.contains(outcome)) {
            form.refuse(OUTCOME, RedressFields.FAMILY + ".error." + OUTCOME);
        }
        body.put(OUTCOME, outcome);
        if (outcome.equals(REVISED)) {
            body.put("verdict", VerdictFields.read(form, VERDICT));
        } else {
            Map<String, String> explanation = LocalizedFields.read(form, EXPLANATION);
            if (explanation.isEmpty() && !outcome.equals("withdrawn")) {
                form.refuse(EXPLANATION + ".fi", RedressFields.FAMILY + ".error." + EXPLANATION);
            }
            if (!explanation.isEmpty()) {
                body.put(EXPLANATION, explanation);
            }
        }
        if (!form.value(SECTION).isEmpty()) {
            body.put(SECTION, form.value(SECTION));
        }
        return body;
    }

    private static Map<String, Object> known(FilledForm form) {
        Map<String, Object> body = new LinkedHashMap<>();
        RedressFields.day(form, KNOWN_ON, body);
        return body;
    }

    private String page(Subject subject, int number, FilledForm form, Reader reader, Model model) {
        Versioned<RedressFacts> found =
                subject.official().person().found(RedressFacts.of(subject.code(), subject.id()));
        RedressFacts.Case facts = found.value().find(number).orElseThrow(NoSuchPageException::new);
        String path = RedressPage.NAME + "/" + number;
        forms.show(subject, path, form, found.version(), reader, model);
        model.addAttribute("redressHref", RedressPage.path(subject.code(), subject.id()));
        model.addAttribute("case", CaseView.of(facts, reader.language()));
        model.addAttribute("rulable", facts.isOpen() && subject.official().decides());
        model.addAttribute("waits", facts.isOpen() && !subject.official().decides());
        model.addAttribute("outcomes", OUTCOMES);
        model.addAttribute(
                "reasons",
                ReasonFacts.choices(
                        ReasonFacts.of(subject.code(), backends, reader), reader.language()));
        if (facts.hasDocument()) {
            model.addAttribute(
                    "document",
                    "/api/grants/v1/municipalities/%s/applications/%s/decision/redress/cases/%d/ruling/document.pdf"
                            .formatted(subject.code(), subject.id(), number));
        }
        return "work-case";
    }
}
