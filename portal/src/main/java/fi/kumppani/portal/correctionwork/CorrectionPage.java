package fi.kumppani.portal.correctionwork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.correctionwork.DecisionVersions.Version;
import fi.kumppani.portal.official.ApplicationForms;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.official.ReasonFacts;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
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

import java.util.List;
import java.util.Map;

/**
 * All decisions on an application, and correcting an error in the one in force (hallintolaki
 * 434/2003, 50–52 §).
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/applications/{id}/" + CorrectionPage.NAME)
class CorrectionPage {

    static final String NAME = "corrections";

    private static final String DONE = "corrected";

    private final ApplicationForms forms;
    private final Backends backends;

    CorrectionPage(ApplicationForms forms, Backends backends) {
        this.forms = forms;
        this.backends = backends;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Subject subject = forms.decided(code, id, request, reader);
        DecisionVersions versions = find(subject);
        Version current = versions.current();
        if (done.equals(DONE)) {
            model.addAttribute("done", done);
        }
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        FilledForm form = forms.form(kept == null ? null : kept.getFirst("key"));
        if (kept == null) {
            CorrectionFields.fill(form, current.verdict());
        } else {
            CorrectionFields.keep(form, kept);
            form.refuse("own.kept");
        }
        return page(subject, versions, current.number(), form, reader, model);
    }

    /**
     * Corrects the decision in force.
     *
     * @param key what makes the form sent twice one correction
     * @param corrects the number of the decision that was shown
     */
    @PostMapping
    String correct(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "0") int corrects,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Subject subject = forms.decided(code, id, request, reader);
        if (!subject.official().decides()) {
            throw new NoSuchPageException();
        }
        DecisionVersions versions = find(subject);
        Version shown =
                versions.items().stream()
                        .filter(each -> each.number() == corrects)
                        .findFirst()
                        .orElseThrow(NoSuchPageException::new);
        FilledForm form = forms.form(key);
        CorrectionFields.keep(form, sent);
        Map<String, Object> body = CorrectionFields.read(form, corrects, shown.verdict());
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(subject, versions, corrects, form, reader, model);
        }
        Answer<Done> answer =
                subject.official()
                        .person()
                        .answer(DecisionVersions.correct(code, id, body, form.key()));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(WorkPages.application(code, id) + "/" + NAME, DONE, request),
                refusal -> {
                    CorrectionFields.REFUSALS.tell(form, answer);
                    DecisionVersions now = find(subject);
                    boolean isOvertaken = refusal.reason().equals(CorrectionFields.OVERTAKEN);
                    int next = isOvertaken ? now.current().number() : corrects;
                    return page(subject, now, next, form, reader, model);
                },
                () -> {
                    CorrectionFields.REFUSALS.tell(form, answer);
                    return page(subject, versions, corrects, form, reader, model);
                });
    }

    private static DecisionVersions find(Subject subject) {
        DecisionVersions found =
                subject.official()
                        .person()
                        .found(DecisionVersions.of(subject.code(), subject.id()))
                        .value();
        if (found.items().isEmpty()) {
            throw new NoSuchPageException();
        }
        return found;
    }

    private String page(
            Subject subject,
            DecisionVersions versions,
            int corrects,
            FilledForm form,
            Reader reader,
            Model model) {
        forms.show(subject, NAME, form, "", reader, model);
        List<ReasonFacts.Reason> reasons = ReasonFacts.of(subject.code(), backends, reader);
        model.addAttribute("versions", versions.shown(reasons, reader.language()));
        model.addAttribute("corrects", corrects);
        model.addAttribute("correctable", subject.official().decides());
        model.addAttribute("errors", CorrectionFields.ERRORS);
        model.addAttribute("divided", versions.current().verdict().isDivided());
        model.addAttribute("reasons", ReasonFacts.choices(reasons, reader.language()));
        return "work-correction";
    }
}
