package fi.kumppani.portal.official;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

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

/** Moves an application that was sent to the wrong call under another one. */
@Controller
@RequestMapping("/m/{code}/work/applications/{id}/" + TransferPage.NAME)
class TransferPage {

    static final String NAME = "transfer";

    private final ApplicationForms forms;

    TransferPage(ApplicationForms forms) {
        this.forms = forms;
    }

    /** A call to which it could be moved. */
    record Choice(String id, Told title, int year, String when) {

        static Choice of(WorkCall call, Language language) {
            return new Choice(
                    call.id(),
                    call.title().told(language),
                    call.year(),
                    Formats.period(call.opensAt(), call.closesAt(), language));
        }
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
     * Moves it.
     *
     * @param seen the version of the application that was shown
     */
    @PostMapping
    String move(
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
        Map<String, Object> body = TransferFields.read(form);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(subject, form, seen, reader, model);
        }
        Answer<Done> answer =
                subject.official()
                        .person()
                        .answer(
                                Question.put(
                                                Backend.GRANTS,
                                                Done.class,
                                                ApplicationFacts.PATH + "/transfer",
                                                ApplicationFacts.at(code, id),
                                                body)
                                        .with("If-Match", seen));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(WorkPages.application(code, id), NAME, request),
                refusal -> {
                    TransferFields.REFUSALS.tell(form, answer);
                    String version = subject.application().version();
                    return page(subject, form, refusal.isStale() ? version : seen, reader, model);
                },
                () -> {
                    TransferFields.REFUSALS.tell(form, answer);
                    return page(subject, form, seen, reader, model);
                });
    }

    private FilledForm filled(MultiValueMap<String, String> sent) {
        FilledForm form = forms.form(null);
        TransferFields.keep(form, sent);
        return form;
    }

    private String page(Subject subject, FilledForm form, String seen, Reader reader, Model model) {
        forms.show(subject, NAME, form, seen, reader, model);
        Listing<WorkCall> calls =
                PageSubject.of(
                        WholeList.of(
                                subject.official().person(),
                                from -> WorkCall.announced(subject.code(), from)));
        List<Choice> others =
                calls.items().stream()
                        .filter(call -> !call.id().equals(subject.call().id()))
                        .map(call -> Choice.of(call, reader.language()))
                        .toList();
        model.addAttribute("calls", others);
        model.addAttribute(
                "written",
                ApplicationView.written(subject.application().value(), reader.language()));
        return "work-transfer";
    }
}
