package fi.kumppani.portal.paywork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.grantee.AccountFacts;
import fi.kumppani.portal.official.ApplicationForms;
import fi.kumppani.portal.official.ApplicationForms.Subject;
import fi.kumppani.portal.official.Refusals;
import fi.kumppani.portal.official.WorkPages;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Map;
import java.util.Set;

/** The account that a grant is paid to; an officer can be the second person who confirms it. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/applications/{id}/" + AccountWorkPage.NAME)
class AccountWorkPage {

    static final String NAME = "account";

    private static final String CONFIRM = "confirmation";
    private static final String DROP = "removal";
    private static final Set<String> DONE = Set.of(CONFIRM, DROP);
    private static final Refusals REFUSALS =
            new Refusals("account", Set.of("same-person", "nothing-proposed"), Map.of());

    private final ApplicationForms forms;

    AccountWorkPage(ApplicationForms forms) {
        this.forms = forms;
    }

    /** An account in words. */
    record Shown(String masked, String at) {

        static @Nullable Shown of(AccountFacts.@Nullable Account account, Language language) {
            return account == null
                    ? null
                    : new Shown(account.masked(), Formats.moment(account.at(), language));
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return page(forms.decided(code, id, request, reader), reader, model);
    }

    /**
     * Confirms the account that waits, or drops it.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String move(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Subject subject = forms.decided(code, id, request, reader);
        if (!subject.official().handles()) {
            throw new NoSuchPageException();
        }
        Answer<?> answer =
                switch (move) {
                    case CONFIRM ->
                            subject.official()
                                    .person()
                                    .answer(AccountFacts.confirm(code, id, seen));
                    case DROP ->
                            subject.official().person().answer(AccountFacts.drop(code, id, seen));
                    default -> throw new NoSuchPageException();
                };
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(WorkPages.application(code, id) + "/" + NAME, move, request),
                () -> {
                    REFUSALS.tell(model, answer);
                    return page(subject, reader, model);
                });
    }

    private String page(Subject subject, Reader reader, Model model) {
        Versioned<AccountFacts> found =
                subject.official().person().found(AccountFacts.of(subject.code(), subject.id()));
        FilledForm form = forms.form(null);
        forms.show(subject, NAME, form, found.version(), reader, model);
        model.addAttribute("inUse", Shown.of(found.value().inUse(), reader.language()));
        model.addAttribute("proposed", Shown.of(found.value().proposed(), reader.language()));
        model.addAttribute("handles", subject.official().handles());
        return "work-account";
    }
}
