package fi.kumppani.portal.recoverywork;

import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.grantee.ClaimView;
import fi.kumppani.portal.grantee.ClaimsFacts;
import fi.kumppani.portal.grantee.LaterDecision;
import fi.kumppani.portal.official.ApplicationForms;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
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

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One claim to pay back: what the grantee said to it, the decision, and giving it up. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/applications/{id}/" + RecoveryPage.NAME + "/{number:[0-9]+}")
class ClaimPage {

    private static final String DECISION = "decision";
    private static final String DROPPING = "dropping";
    private static final Set<String> MOVES = Set.of(DECISION, DROPPING);
    private static final List<String> NAMES = List.of("title", "section", "dueOn");

    private final ApplicationForms forms;
    private final Clock clock;

    ClaimPage(ApplicationForms forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
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
        if (MOVES.contains(done)) {
            model.addAttribute("done", done);
        }
        FilledForm form = KeptForms.form(request, this::filled);
        return page(subject, number, form, reader, model);
    }

    /**
     * Decides the claim, or gives it up.
     *
     * @param move {@code decision} or {@code dropping}
     * @param seen the version that was shown
     */
    @PostMapping
    String move(
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
        if (!MOVES.contains(move) || (move.equals(DECISION) && !subject.official().decides())) {
            throw new NoSuchPageException();
        }
        FilledForm form = filled(sent);
        Map<String, Object> body = move.equals(DECISION) ? decision(form) : Map.of();
        return ApplicationForms.send(
                form,
                response,
                () ->
                        subject.official()
                                .person()
                                .answer(RecoveryMoves.move(code, id, number, move, body, seen)),
                RecoveryMoves.REFUSALS,
                () -> AfterActing.to(RecoveryPage.path(code, id) + "/" + number, move, request),
                () -> page(subject, number, form, reader, model));
    }

    private FilledForm filled(MultiValueMap<String, String> sent) {
        FilledForm form = forms.form(null);
        NAMES.forEach(field -> form.put(field, sent.getFirst(field)));
        return form;
    }

    private static Map<String, Object> decision(FilledForm form) {
        Map<String, Object> maker = new LinkedHashMap<>();
        maker.put("kind", "official");
        for (String field : List.of("title", "section")) {
            if (!form.value(field).isEmpty()) {
                maker.put(field, form.value(field));
            }
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("maker", maker);
        RecoveryFields.day(form, "dueOn", body);
        return body;
    }

    private String page(Subject subject, int number, FilledForm form, Reader reader, Model model) {
        Versioned<ClaimsFacts> found =
                subject.official().person().found(ClaimsFacts.of(subject.code(), subject.id()));
        ClaimsFacts.Claim facts =
                found.value().claims().stream()
                        .filter(each -> each.number() == number)
                        .findFirst()
                        .orElseThrow(NoSuchPageException::new);
        LocalDate today = Formats.dayOf(clock.instant());
        ClaimView claim = ClaimView.of(found.value(), facts, today, reader.language());
        boolean isProposed = claim.status().equals("proposed");
        boolean isHeard = !claim.hears() || claim.answer() != null;
        String path = RecoveryPage.NAME + "/" + number;
        forms.show(subject, path, form, found.version(), reader, model);
        model.addAttribute("recoveryHref", RecoveryPage.path(subject.code(), subject.id()));
        model.addAttribute("claim", claim);
        model.addAttribute(
                "later",
                LaterDecision.all(
                        subject.official().person(),
                        subject.code(),
                        subject.id(),
                        LaterDecision.Kind.RECOVERY,
                        reader.language()));
        model.addAttribute("hearingOpen", isProposed && !isHeard);
        model.addAttribute("decidable", isProposed && isHeard && subject.official().decides());
        model.addAttribute("waits", isProposed && isHeard && !subject.official().decides());
        model.addAttribute("droppable", isProposed);
        return "work-claim";
    }
}
