package fi.kumppani.portal.reportwork;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.grantee.ChangeView;
import fi.kumppani.portal.grantee.ChangesFacts;
import fi.kumppani.portal.grantee.LaterDecision;
import fi.kumppani.portal.official.ApplicationForms;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.official.Refusals;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
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

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a grantee asked to be otherwise, and the decision on it, with its reasons. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/applications/{id}/" + ChangeWorkPage.NAME)
class ChangeWorkPage {

    static final String NAME = "changes";

    private static final String RULED = "ruled";
    private static final Refusals REFUSALS =
            new Refusals(
                    RulingFields.FAMILY,
                    Set.of("change-ended", "nothing-changes", "ends-before-it-begins"),
                    Map.of("ends-before-it-begins", "endsOn"),
                    path -> path.replaceFirst("^terms\\.", ""));

    private final ApplicationForms forms;

    ChangeWorkPage(ApplicationForms forms) {
        this.forms = forms;
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
        if (done.equals(RULED)) {
            model.addAttribute("done", done);
        }
        FilledForm form = KeptForms.form(request, this::filled);
        return page(subject, form, reader, model);
    }

    /**
     * Decides the request that waits.
     *
     * @param number of the request
     * @param seen the version that was shown
     */
    @PostMapping
    String rule(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Subject subject = forms.decided(code, id, request, reader);
        if (!subject.official().decides() || !number.matches("[0-9]{1,6}")) {
            throw new NoSuchPageException();
        }
        FilledForm form = filled(sent);
        Map<String, Object> body = RulingFields.read(form);
        return ApplicationForms.send(
                form,
                response,
                () ->
                        subject.official()
                                .person()
                                .answer(
                                        Question.put(
                                                        Backend.GRANTS,
                                                        ChangesFacts.class,
                                                        ApplicationFacts.PATH
                                                                + "/changes/{number}/ruling",
                                                        Map.of(
                                                                "municipality",
                                                                code,
                                                                "id",
                                                                id,
                                                                "number",
                                                                number),
                                                        body)
                                                .with("If-Match", seen)),
                REFUSALS,
                () -> AfterActing.to(WorkPages.application(code, id) + "/" + NAME, RULED, request),
                () -> page(subject, form, reader, model));
    }

    private FilledForm filled(MultiValueMap<String, String> sent) {
        FilledForm form = forms.form(null);
        RulingFields.keep(form, sent);
        return form;
    }

    private String page(Subject subject, FilledForm form, Reader reader, Model model) {
        Versioned<ChangesFacts> found =
                subject.official().person().found(ChangesFacts.of(subject.code(), subject.id()));
        List<ChangeView> items =
                found.value().items().reversed().stream()
                        .map(each -> ChangeView.of(each, reader.language()))
                        .toList();
        forms.show(subject, NAME, form, found.version(), reader, model);
        model.addAttribute(
                "terms", ChangeView.TermsView.of(found.value().terms(), reader.language()));
        model.addAttribute("items", items);
        model.addAttribute(
                "later",
                LaterDecision.all(
                        subject.official().person(),
                        subject.code(),
                        subject.id(),
                        LaterDecision.Kind.CHANGE,
                        reader.language()));
        model.addAttribute(
                "open", items.stream().filter(ChangeView::isOpen).findFirst().orElse(null));
        model.addAttribute("decides", subject.official().decides());
        model.addAttribute("decisions", RulingFields.DECISIONS);
        return "work-changes";
    }
}
