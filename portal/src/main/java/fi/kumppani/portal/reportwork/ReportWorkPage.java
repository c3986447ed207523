package fi.kumppani.portal.reportwork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.official.ApplicationForms;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.official.Refusals;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.usage.ReceiptRow;
import fi.kumppani.portal.usage.ReportFacts;
import fi.kumppani.portal.usage.ReportView;

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

/**
 * The report on how a grant was used, for the two who check it: one checks, another approves what
 * was found or has it checked anew, and either asks the grantee to complete it.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/applications/{id}/" + ReportWorkPage.NAME)
class ReportWorkPage {

    static final String NAME = "report";

    private static final String ASK = "supplement-request";
    private static final String CHECK = "check";
    private static final String RETURN = "check-return";
    private static final String APPROVE = "approval";
    private static final List<String> MOVES = List.of(ASK, CHECK, RETURN, APPROVE);
    private static final Refusals REFUSALS =
            new Refusals(
                    CheckFields.FAMILY,
                    Set.of(
                            "not-handed-in",
                            "not-checked",
                            "already-checked",
                            "already-concluded",
                            "same-person",
                            "not-drawn",
                            "receipts-missing",
                            "over-used",
                            "over-paid",
                            "finding-contradicts"),
                    Map.of(
                            "over-used", "accepted",
                            "over-paid", "recover",
                            "finding-contradicts", "finding",
                            "receipts-missing", "accepted"));

    private final ApplicationForms forms;

    ReportWorkPage(ApplicationForms forms) {
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
        if (MOVES.contains(done)) {
            model.addAttribute("done", done);
        }
        FilledForm form = forms.form(null);
        Answer<Versioned<CheckFacts>> answer =
                subject.official().person().versioned(CheckFacts.of(code, id));
        if (answer instanceof Answer.Missing<Versioned<CheckFacts>>) {
            forms.show(subject, NAME, form, "", reader, model);
            return "work-report-none";
        }
        Versioned<CheckFacts> check = PageSubject.of(answer);
        CheckFields.fill(form, check.value().used());
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        if (kept != null) {
            CheckFields.keep(form, kept);
            form.refuse("own.kept");
        }
        return page(subject, check, form, reader, model);
    }

    /**
     * Does one of these with the report.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String move(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Subject subject = forms.decided(code, id, request, reader);
        FilledForm form = forms.form(null);
        CheckFields.fill(form, check(subject).value().used());
        CheckFields.keep(form, sent);
        Map<String, Object> body =
                switch (move) {
                    case ASK -> CheckFields.request(form);
                    case CHECK -> CheckFields.check(form);
                    case RETURN, APPROVE -> Map.of();
                    default -> throw new NoSuchPageException();
                };
        return ApplicationForms.send(
                form,
                response,
                () ->
                        subject.official()
                                .person()
                                .answer(CheckFacts.move(code, id, move, body, seen)),
                REFUSALS,
                () -> AfterActing.to(WorkPages.application(code, id) + "/" + NAME, move, request),
                () -> page(subject, check(subject), form, reader, model));
    }

    private static Versioned<CheckFacts> check(Subject subject) {
        return subject.official().person().found(CheckFacts.of(subject.code(), subject.id()));
    }

    private String page(
            Subject subject,
            Versioned<CheckFacts> check,
            FilledForm form,
            Reader reader,
            Model model) {
        ReportFacts report =
                subject.official()
                        .person()
                        .found(ReportFacts.one(subject.code(), subject.id()))
                        .value();
        CheckFacts found = check.value();
        String status = report.status();
        forms.show(subject, NAME, form, check.version(), reader, model);
        model.addAttribute("report", ReportView.of(report, reader.language()));
        model.addAttribute(
                "rows", ReceiptRow.of(subject.code(), subject.id(), report, reader.language()));
        model.addAttribute(
                "others",
                ReceiptRow.files(subject.code(), subject.id(), report).stream()
                        .filter(file -> !file.used())
                        .toList());
        model.addAttribute("depth", found.knownDepth());
        model.addAttribute("shown", Formats.euros(found.shown()));
        model.addAttribute(
                "checked", found.check() == null ? null : ReportView.Found.of(found.check()));
        model.addAttribute("findings", CheckFields.FINDINGS);
        model.addAttribute("checkable", status.equals("handed-in") && subject.official().handles());
        model.addAttribute("approvable", status.equals("checked"));
        model.addAttribute("askable", status.equals("handed-in") || status.equals("checked"));
        return "work-report";
    }
}
