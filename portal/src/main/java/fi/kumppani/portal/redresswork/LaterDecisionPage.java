package fi.kumppani.portal.redresswork;

import fi.kumppani.portal.backend.Versioned;
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
import java.util.Map;

/**
 * How a decision on other terms or on claiming something back was told, and until when it can be
 * claimed against.
 */
@Controller
@WritesForms
@RequestMapping(
        "/m/{code}/work/applications/{id}/later-decisions/{kind:change|recovery}-{number:[0-9]{1,6}}")
class LaterDecisionPage {

    private final ApplicationForms forms;
    private final Clock clock;

    LaterDecisionPage(ApplicationForms forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /** Which decision a page is about. */
    private record Which(Subject subject, LaterDecision.Kind kind, int number) {

        String name() {
            return kind.code() + "-" + number;
        }

        String path() {
            return "later-decisions/" + name();
        }
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String kind,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        if (RedressPage.STATEMENTS.contains(done)) {
            model.addAttribute("done", done);
        }
        return page(
                which(code, id, kind, number, request, reader),
                KeptForms.form(request, this::filled),
                reader,
                model);
    }

    /**
     * States what was done.
     *
     * @param move {@code sending}, {@code receipt} or {@code publication}
     * @param seen the version that was shown
     */
    @PostMapping
    String state(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String kind,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Which which = which(code, id, kind, number, request, reader);
        if (!RedressPage.STATEMENTS.contains(move)) {
            throw new NoSuchPageException();
        }
        FilledForm form = filled(sent);
        Map<String, Object> body = RedressFields.read(form, move);
        return ApplicationForms.send(
                form,
                response,
                () ->
                        which.subject()
                                .official()
                                .person()
                                .answer(
                                        NotificationFacts.stateLater(
                                                code, id, which.name(), move, body, seen)),
                RedressFields.REFUSALS,
                () -> AfterActing.to(request.getRequestURI(), move, request),
                () -> page(which, form, reader, model));
    }

    private Which which(
            String code,
            String id,
            String kind,
            int number,
            HttpServletRequest request,
            Reader reader) {
        return new Which(
                forms.decided(code, id, request, reader), LaterDecision.Kind.of(kind), number);
    }

    private FilledForm filled(MultiValueMap<String, String> sent) {
        FilledForm form = forms.form(null);
        RedressFields.keep(form, sent);
        return form;
    }

    private String page(Which which, FilledForm form, Reader reader, Model model) {
        Subject subject = which.subject();
        var person = subject.official().person();
        Versioned<NotificationFacts> told =
                person.found(NotificationFacts.ofLater(subject.code(), subject.id(), which.name()));
        forms.show(subject, which.path(), form, told.version(), reader, model);
        model.addAttribute("toldVersion", told.version());
        model.addAttribute(
                "told",
                RedressPage.ClockView.of(
                        told.value(),
                        told.value().finalFrom(),
                        Formats.dayOf(clock.instant()),
                        reader.language()));
        model.addAttribute("decidedOn", Formats.day(told.value().decidedOn(), reader.language()));
        model.addAttribute("channels", RedressFields.CHANNELS);
        model.addAttribute("kind", which.kind().code());
        model.addAttribute(
                "later",
                LaterDecision.all(
                                person,
                                subject.code(),
                                subject.id(),
                                which.kind(),
                                reader.language())
                        .get(which.number()));
        return "work-later";
    }
}
