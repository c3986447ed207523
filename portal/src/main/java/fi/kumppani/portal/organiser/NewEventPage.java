package fi.kumppani.portal.organiser;

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

import org.jspecify.annotations.Nullable;
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
import java.util.Objects;

/** Plans an event, from nothing or like one that was: a draft that nobody else sees yet. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/organise/events/new")
class NewEventPage {

    private final OrganiserPages pages;
    private final EventForms forms;

    NewEventPage(OrganiserPages pages, EventForms forms) {
        this.pages = pages;
        this.forms = forms;
    }

    /**
     * The form.
     *
     * @param copy the event that the new one is like; empty for none
     */
    @GetMapping
    String see(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String copy,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Person person = pages.person(code, request, reader);
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        if (kept != null) {
            FilledForm form = forms.form(kept.getFirst("key"));
            int rows = EventFields.keep(form, kept);
            form.refuse("own.kept");
            String like = Objects.requireNonNullElse(kept.getFirst("copy"), "");
            return page(code, like, like(person, code, like), form, rows, reader, model);
        }
        WholeEvent like = like(person, code, copy);
        FilledForm form = forms.form(null);
        if (like == null) {
            EventFilling.fillNew(form);
        } else {
            EventFilling.fillCopy(form, like);
        }
        return page(code, copy, like, form, 0, reader, model);
    }

    /**
     * Plans it.
     *
     * @param key what makes the form sent twice one event
     */
    @PostMapping
    String make(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String copy,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(code, request, reader);
        WholeEvent like = like(person, code, copy);
        FilledForm form = forms.form(key);
        int rows = EventFields.keep(form, sent);
        List<AskedQuestion> questions = QuestionFields.read(form, rows);
        Map<String, Object> written = EventBody.read(form, like, questions);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(code, copy, like, form, rows, reader, model);
        }
        return Outcome.of(
                person.answer(WholeEvent.make(code, written, form.key())),
                response,
                made -> AfterActing.to(OrganiserPages.path(code, made.id()), "made", request),
                refusal -> {
                    EventRefusals.put(form, refusal, rows, questions);
                    return page(code, copy, like, form, rows, reader, model);
                },
                () -> {
                    form.refuse(Refused.AWAY);
                    return page(code, copy, like, form, rows, reader, model);
                });
    }

    private @Nullable WholeEvent like(Person person, String code, String copy) {
        return copy.isEmpty() ? null : pages.event(person, code, copy).value();
    }

    private String page(
            String code,
            String copy,
            @Nullable WholeEvent like,
            FilledForm form,
            int rows,
            Reader reader,
            Model model) {
        pages.frame(code, OrganiserPages.path(code) + "/new", reader, model);
        model.addAttribute("kind", "new");
        model.addAttribute("copy", copy);
        if (like != null) {
            model.addAttribute("copied", like.facts().title().told(reader.language()));
        }
        return forms.page(form, like, rows, reader, model);
    }
}
