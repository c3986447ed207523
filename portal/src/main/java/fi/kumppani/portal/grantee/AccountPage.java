package fi.kumppani.portal.grantee;

import fi.kumppani.portal.application.OwnPages;
import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The account that an association's grants are paid to. A number that was typed is not kept when
 * the login is over: it is quickly typed again, and is no business of the session.
 */
@Controller
@RequestMapping("/m/{code}/my/applications/{id}/account")
class AccountPage {

    private static final String FAMILY = "account";
    private static final String PART = "/account";
    private static final String IBAN = "iban";
    private static final Set<String> DONE = Set.of("entered", "confirmation", "removal");
    private static final Set<String> FAULTS = Set.of("not-an-iban", "outside-sepa");
    private static final List<String> REASONS = List.of("same-person", "nothing-proposed");

    private final OwnPages pages;
    private final Clock clock;

    AccountPage(OwnPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    private record Asked(
            String code,
            String id,
            Person person,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {}

    /** An account in words. */
    record Row(String masked, String at) {

        static @Nullable Row of(AccountFacts.@Nullable Account account, Language language) {
            return account == null
                    ? null
                    : new Row(account.masked(), Formats.day(account.at(), language));
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return page(asked(code, id, request, reader, model, response), form(""));
    }

    /**
     * Enters an account.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String enter(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String iban,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = asked(code, id, request, reader, model, response);
        FilledForm form = form(iban);
        if (form.value(IBAN).isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            form.refuse(IBAN, FAMILY + ".error.not-an-iban");
            return page(asked, form);
        }
        return outcome(
                asked,
                asked.person().answer(AccountFacts.enter(code, id, form.value(IBAN), seen)),
                form,
                "entered");
    }

    /** Confirms the account that waits. */
    @PostMapping("/confirmation")
    String confirm(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = asked(code, id, request, reader, model, response);
        return outcome(
                asked,
                asked.person().answer(AccountFacts.confirm(code, id, seen)),
                form(""),
                "confirmation");
    }

    /** Drops the account that waits. */
    @PostMapping("/removal")
    String drop(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = asked(code, id, request, reader, model, response);
        return outcome(
                asked,
                asked.person().answer(AccountFacts.drop(code, id, seen)),
                form(""),
                "removal");
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/my/applications/{id}" + PART, request);
    }

    private Asked asked(
            String code,
            String id,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return new Asked(code, id, pages.person(request, reader), request, reader, model, response);
    }

    private FilledForm form(String iban) {
        FilledForm form = new FilledForm(FormKeys.next(clock.instant()));
        form.put(IBAN, iban);
        return form;
    }

    private <T> String outcome(Asked asked, Answer<T> answer, FilledForm form, String done) {
        return Outcome.of(
                answer,
                asked.response(),
                _ ->
                        AfterActing.to(
                                OwnPages.path(asked.code(), asked.id()) + PART,
                                done,
                                asked.request()),
                refusal -> {
                    if (refusal.isStale()) {
                        form.refuse(FAMILY + ".stale");
                    } else {
                        form.refuse(refusal, FAMILY, REASONS, AccountPage::text);
                    }
                    return page(asked, form);
                },
                () -> {
                    form.refuse(FAMILY + ".away");
                    return page(asked, form);
                });
    }

    private static String text(Refusal.FieldError error) {
        return FAMILY + ".error." + (FAULTS.contains(error.code()) ? error.code() : "not-an-iban");
    }

    private String page(Asked asked, FilledForm form) {
        Versioned<AccountFacts> found =
                asked.person().found(AccountFacts.of(asked.code(), asked.id()));
        Language language = asked.reader().language();
        pages.part(asked.person(), asked.code(), asked.id(), PART, asked.reader(), asked.model());
        asked.model().addAttribute("form", form);
        asked.model().addAttribute("seen", found.version());
        asked.model().addAttribute("inUse", Row.of(found.value().inUse(), language));
        asked.model().addAttribute("proposed", Row.of(found.value().proposed(), language));
        return "my-account";
    }
}
