package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.coordinator.AskedQuestion;
import fi.kumppani.portal.coordinator.QuestionFields;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes an event anew; when somebody else was faster, both texts are there. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/organise/events/{id}/edit")
class EditEventPage {

    private final OrganiserPages pages;
    private final EventForms forms;
    private final Clock clock;

    EditEventPage(OrganiserPages pages, EventForms forms, Clock clock) {
        this.pages = pages;
        this.forms = forms;
        this.clock = clock;
    }

    private record Asked(String code, String id, Person person, Reader reader, Model model) {}

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Asked asked = new Asked(code, id, pages.person(code, request, reader), reader, model);
        Versioned<WholeEvent> found = pages.event(asked.person(), code, id);
        FilledForm form = forms.form(null);
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        if (kept == null) {
            EventFilling.fill(form, found.value());
            return page(asked, found.value(), form, 0, found.version());
        }
        int rows = EventFields.keep(form, kept);
        form.refuse("own.kept");
        return page(
                asked,
                found.value(),
                form,
                rows,
                Objects.requireNonNullElse(kept.getFirst("seen"), ""));
    }

    /**
     * Saves it.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = new Asked(code, id, pages.person(code, request, reader), reader, model);
        WholeEvent before = pages.event(asked.person(), code, id).value();
        FilledForm form = forms.form(null);
        int rows = EventFields.keep(form, sent);
        List<AskedQuestion> questions = QuestionFields.read(form, rows);
        Map<String, Object> written = EventBody.read(form, before, questions);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(asked, before, form, rows, seen);
        }
        return Outcome.of(
                asked.person().answer(WholeEvent.write(code, id, written, seen)),
                response,
                _ -> AfterActing.to(OrganiserPages.path(code, id), "saved", request),
                refusal -> {
                    if (refusal.isStale()) {
                        return stale(asked, form, rows);
                    }
                    EventRefusals.put(form, refusal, rows, questions);
                    return page(asked, before, form, rows, seen);
                },
                () -> {
                    form.refuse(Refused.AWAY);
                    return page(asked, before, form, rows, seen);
                });
    }

    /** Both texts, where somebody else was faster. */
    private String stale(Asked asked, FilledForm form, int rows) {
        Versioned<WholeEvent> current = pages.event(asked.person(), asked.code(), asked.id());
        form.refuse("own.stale");
        asked.model()
                .addAttribute(
                        "meanwhile", forms.meanwhile(form, current.value(), rows, asked.reader()));
        return page(asked, current.value(), form, rows, current.version());
    }

    private String page(Asked asked, WholeEvent event, FilledForm form, int rows, String seen) {
        pages.frame(
                asked.code(),
                event.facts(),
                OrganiserPages.path(asked.code(), asked.id()) + "/edit",
                asked.reader(),
                asked.model());
        asked.model().addAttribute("kind", "edit");
        asked.model().addAttribute("seen", seen);
        asked.model()
                .addAttribute(
                        "standing",
                        Standing.of(event.facts(), clock.instant(), asked.reader().language()));
        return forms.page(form, event, rows, asked.reader(), asked.model());
    }
}
