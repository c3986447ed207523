package fi.kumppani.portal.grantee;

import fi.kumppani.portal.application.OwnPages;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a grantee asks to be otherwise about a grant, and what was decided about it. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/my/applications/{id}/changes")
class ChangesPage {

    private static final String PART = "/changes";
    private static final Set<String> DONE = Set.of("asked", "withdrawn");

    private final OwnPages pages;
    private final Clock clock;

    ChangesPage(OwnPages pages, Clock clock) {
        this.pages = pages;
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
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        FilledForm form = ChangeFields.empty(FormKeys.next(clock.instant()));
        KeptForms.fill(form, request, sent -> ChangeFields.keep(form, sent));
        return page(code, id, form, pages.person(request, reader), reader, model);
    }

    @PostMapping
    String ask(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(request, reader);
        FilledForm form = ChangeFields.empty(FormKeys.of(key, clock.instant()));
        ChangeFields.keep(form, sent);
        Map<String, Object> wish = ChangeFields.read(form);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(code, id, form, person, reader, model);
        }
        return Outcome.of(
                person.answer(ChangesFacts.ask(code, id, wish, form.key())),
                response,
                _ -> AfterActing.to(OwnPages.path(code, id) + PART, "asked", request),
                refusal -> {
                    form.refuse(refusal, ChangeFields.FAMILY, ChangeFields.REASONS);
                    return page(code, id, form, person, reader, model);
                },
                () -> {
                    form.refuse(ChangeFields.FAMILY + ".away");
                    return page(code, id, form, person, reader, model);
                });
    }

    /** Takes a request back that waits. */
    @PostMapping("/{number:[0-9]{1,6}}/withdrawal")
    String withdraw(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(request, reader);
        FilledForm form = ChangeFields.empty(FormKeys.next(clock.instant()));
        return Outcome.of(
                person.answer(ChangesFacts.withdraw(code, id, number, seen)),
                response,
                _ -> AfterActing.to(OwnPages.path(code, id) + PART, "withdrawn", request),
                refusal -> {
                    form.refuse(notWithdrawn(refusal));
                    return page(code, id, form, person, reader, model);
                },
                () -> {
                    form.refuse(ChangeFields.FAMILY + ".away");
                    return page(code, id, form, person, reader, model);
                });
    }

    /** Leads back here after the login, where what was sent is there again. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        KeptForms.keep(request);
        return People.login("/m/{code}/my/applications/{id}" + PART, request);
    }

    private static String notWithdrawn(Refusal refusal) {
        boolean hasEnded = refusal.isStale() || refusal.reason().equals("change-ended");
        return ChangeFields.FAMILY + (hasEnded ? ".reason.change-ended" : ".refused");
    }

    private String page(
            String code, String id, FilledForm form, Person person, Reader reader, Model model) {
        Versioned<ChangesFacts> found = person.found(ChangesFacts.of(code, id));
        Language language = reader.language();
        List<ChangeView> items =
                found.value().items().reversed().stream()
                        .map(each -> ChangeView.of(each, language))
                        .toList();
        pages.part(person, code, id, PART, reader, model);
        model.addAttribute("form", form);
        model.addAttribute("seen", found.version());
        model.addAttribute("terms", ChangeView.TermsView.of(found.value().terms(), language));
        model.addAttribute("waiting", found.value().isWaiting());
        model.addAttribute("items", items);
        model.addAttribute(
                "later", LaterDecision.all(person, code, id, LaterDecision.Kind.CHANGE, language));
        return "my-changes";
    }
}
