package fi.kumppani.portal.official;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
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

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Asks an applicant to complete an application by a day. */
@Controller
@RequestMapping("/m/{code}/work/applications/{id}/" + SupplementPage.NAME)
class SupplementPage {

    static final String NAME = "supplement-request";

    private static final String WHAT = "what";
    private static final String DUE = "dueOn";

    private final ApplicationForms forms;

    SupplementPage(ApplicationForms forms) {
        this.forms = forms;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Subject subject = forms.subject(code, id, request, reader, Official::handles);
        FilledForm form = KeptForms.form(request, this::filled);
        return page(subject, form, subject.application().version(), reader, model);
    }

    /**
     * Asks for it.
     *
     * @param seen the version of the application that was shown
     */
    @PostMapping
    String ask(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Subject subject = forms.subject(code, id, request, reader, Official::handles);
        FilledForm form = filled(sent);
        Map<String, String> what = LocalizedFields.read(form, WHAT);
        Optional<LocalDate> due = Days.read(form.value(DUE));
        if (what.isEmpty()) {
            form.refuse(WHAT + ".fi", "work.error.what");
        }
        if (due.isEmpty()) {
            form.refuse(DUE, "work.error.dueOn");
        }
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(subject, form, seen, reader, model);
        }
        Map<String, Object> asked = Map.of(WHAT, what, DUE, due.orElseThrow().toString());
        Answer<ApplicationFacts> answer =
                subject.official().person().answer(HandlingFacts.supplement(code, id, asked, seen));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(WorkPages.application(code, id), NAME, request),
                refusal -> {
                    Refusals.put(form, answer);
                    return page(
                            subject,
                            form,
                            refusal.isStale() ? subject.application().version() : seen,
                            reader,
                            model);
                },
                () -> {
                    Refusals.put(form, answer);
                    return page(subject, form, seen, reader, model);
                });
    }

    private FilledForm filled(MultiValueMap<String, String> sent) {
        FilledForm form = forms.form(null);
        LocalizedFields.keep(form, WHAT, sent);
        form.put(DUE, sent.getFirst(DUE));
        return form;
    }

    private String page(Subject subject, FilledForm form, String seen, Reader reader, Model model) {
        forms.show(subject, NAME, form, seen, reader, model);
        model.addAttribute(
                "written",
                ApplicationView.written(subject.application().value(), reader.language()));
        return "work-supplement";
    }
}
