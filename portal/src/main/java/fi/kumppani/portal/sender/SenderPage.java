package fi.kumppani.portal.sender;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.coordinator.Coordinators;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.person.WritesForms;
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
import java.util.Objects;

/**
 * Coordinators say whom the municipality's letters come from, read which records its domain is to
 * publish, and have them looked up.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/sender")
class SenderPage {

    private static final String FAMILY = "sender";
    private static final String DONE = "done";
    private static final List<String> REASONS = List.of("no-sender");

    private final Municipalities municipalities;
    private final Coordinators coordinators;
    private final Clock clock;

    SenderPage(Municipalities municipalities, Coordinators coordinators, Clock clock) {
        this.municipalities = municipalities;
        this.coordinators = coordinators;
        this.clock = clock;
    }

    @GetMapping
    String see(@PathVariable String code, HttpServletRequest request, Reader reader, Model model) {
        Person coordinator = coordinators.of(code, request, reader);
        Versioned<SenderFacts> found = coordinator.found(SenderFacts.of(code));
        FilledForm form = form();
        SenderForm.fill(form, found.value().own());
        String[] seen = {found.version()};
        KeptForms.fill(
                form,
                request,
                sent -> {
                    SenderForm.keep(form, sent);
                    seen[0] = Objects.requireNonNullElse(sent.getFirst("seen"), "");
                });
        return page(code, new Versioned<>(found.value(), seen[0]), form, reader, model);
    }

    @PostMapping
    String describe(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person coordinator = coordinators.of(code, request, reader);
        FilledForm form = form();
        SenderForm.keep(form, sent);
        SenderFacts.Wish wish = SenderForm.read(form, sent.getFirst("server.password"));
        return outcome(
                code,
                coordinator,
                coordinator.versioned(SenderFacts.describe(code, wish, seen)),
                form,
                "saved",
                new Shown(reader, model, response));
    }

    @PostMapping("/checks")
    String check(
            @PathVariable String code,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person coordinator = coordinators.of(code, request, reader);
        return outcome(
                code,
                coordinator,
                coordinator.versioned(SenderFacts.check(code)),
                form(),
                "checked",
                new Shown(reader, model, response));
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person coordinator = coordinators.of(code, request, reader);
        return outcome(
                code,
                coordinator,
                coordinator
                        .answer(SenderFacts.withdraw(code, seen))
                        .map(_ -> coordinator.found(SenderFacts.of(code))),
                form(),
                "withdrawn",
                new Shown(reader, model, response));
    }

    /** Leads back here after the login, where all that was sent but a password is there again. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        KeptForms.keep(request);
        return People.login("/m/{code}/sender", request);
    }

    private record Shown(Reader reader, Model model, HttpServletResponse response) {}

    /** The page after something was done, or with what keeps it from being done. */
    private String outcome(
            String code,
            Person coordinator,
            Answer<Versioned<SenderFacts>> answer,
            FilledForm form,
            String done,
            Shown shown) {
        switch (answer) {
            case Answer.Found<Versioned<SenderFacts>>(var now) -> {
                shown.model().addAttribute(DONE, done);
                return known(code, now, shown.reader(), shown.model());
            }
            case Answer.Missing<Versioned<SenderFacts>> _ -> throw new NoSuchPageException();
            case Answer.Refused<Versioned<SenderFacts>>(var refusal) -> {
                shown.response().setStatus(refusal.status());
                if (refusal.isStale()) {
                    form.refuse(FAMILY + ".stale");
                } else {
                    form.refuse(refusal, FAMILY, REASONS);
                }
            }
            case Answer.Away<Versioned<SenderFacts>> _ -> {
                shown.response().setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                form.refuse(FAMILY + ".away");
            }
        }
        Versioned<SenderFacts> found = coordinator.found(SenderFacts.of(code));
        if (form.value("address").isEmpty()) {
            SenderForm.fill(form, found.value().own());
        }
        return page(code, found, form, shown.reader(), shown.model());
    }

    private String known(String code, Versioned<SenderFacts> found, Reader reader, Model model) {
        FilledForm form = form();
        SenderForm.fill(form, found.value().own());
        return page(code, found, form, reader, model);
    }

    private FilledForm form() {
        return new FilledForm(FormKeys.next(clock.instant()));
    }

    private String page(
            String code,
            Versioned<SenderFacts> found,
            FilledForm form,
            Reader reader,
            Model model) {
        SenderFacts.Own own = found.value().own();
        model.addAttribute(
                "municipality",
                municipalities.find(code, reader).orElseThrow(NoSuchPageException::new));
        model.addAttribute("sender", found.value());
        model.addAttribute(
                "checked",
                own == null || own.checkedAt() == null
                        ? null
                        : Formats.moment(own.checkedAt(), reader.language()));
        model.addAttribute("form", form);
        model.addAttribute("seen", found.version());
        model.addAttribute("here", "/m/" + code + "/sender");
        return FAMILY;
    }
}
