package fi.kumppani.portal.recoverywork;

import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.grantee.ClaimView;
import fi.kumppani.portal.grantee.ClaimsFacts;
import fi.kumppani.portal.official.ApplicationForms;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a grant is claimed back and what came back, with the plan of a loan. Each claim is
 * decided on {@link ClaimPage a page of its own}.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/applications/{id}/" + RecoveryPage.NAME)
class RecoveryPage {

    static final String NAME = "recovery";

    private static final String CLAIMS = "claims";
    private static final String RETURNS = "returns";
    private static final Set<String> DONE = Set.of(CLAIMS, RETURNS);

    private final ApplicationForms forms;
    private final Clock clock;

    RecoveryPage(ApplicationForms forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
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
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        FilledForm form = KeptForms.form(request, sent -> filled(sent.getFirst("key"), sent));
        return page(subject, form, reader, model);
    }

    /**
     * Proposes to claim something back, or books what came.
     *
     * @param move {@code claims} or {@code returns}
     * @param key what makes the form sent twice one act
     */
    @PostMapping
    String act(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Subject subject = forms.decided(code, id, request, reader);
        if (!subject.official().handles() || !DONE.contains(move)) {
            throw new NoSuchPageException();
        }
        FilledForm form = filled(key, sent);
        boolean isClaim = move.equals(CLAIMS);
        Map<String, Object> body =
                isClaim ? RecoveryFields.claim(form) : RecoveryFields.money(form);
        return ApplicationForms.send(
                form,
                response,
                () ->
                        subject.official()
                                .person()
                                .answer(RecoveryMoves.add(code, id, move, body, form.key())),
                isClaim ? RecoveryMoves.REFUSALS : RecoveryMoves.OF_RETURNS,
                () -> AfterActing.to(path(code, id), move, request),
                () -> page(subject, form, reader, model));
    }

    private FilledForm filled(@Nullable String key, MultiValueMap<String, String> sent) {
        FilledForm form = forms.form(key);
        RecoveryFields.keep(form, sent);
        return form;
    }

    /** The address of the page. */
    static String path(String code, String id) {
        return WorkPages.application(code, id) + "/" + NAME;
    }

    private String page(Subject subject, FilledForm form, Reader reader, Model model) {
        var person = subject.official().person();
        Language language = reader.language();
        LocalDate today = Formats.dayOf(clock.instant());
        Versioned<ClaimsFacts> found = person.found(ClaimsFacts.of(subject.code(), subject.id()));
        List<ClaimView> claims =
                found.value().claims().reversed().stream()
                        .map(each -> ClaimView.of(found.value(), each, today, language))
                        .toList();
        forms.show(subject, NAME, form, found.version(), reader, model);
        model.addAttribute("claims", claims);
        model.addAttribute(
                "payable",
                claims.stream()
                        .filter(each -> each.status().equals("decided") && !each.paid())
                        .toList());
        model.addAttribute("unclaimed", ClaimView.unclaimed(found.value(), language));
        model.addAttribute("returnedInAll", Formats.euros(found.value().returned()));
        model.addAttribute(
                "loan",
                person.answer(LoanFacts.of(subject.code(), subject.id()))
                        .found()
                        .map(each -> each.shown(language))
                        .orElse(null));
        model.addAttribute("grounds", ClaimView.GROUNDS);
        model.addAttribute("hearings", RecoveryFields.HEARINGS);
        model.addAttribute("handles", subject.official().handles());
        return "work-recovery";
    }
}
