package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.organiser.EventPartForms.Asked;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Outcome;
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

import java.util.Map;
import java.util.Objects;

/**
 * Writes one part of an event: its programme, whom it is for, quotas, workshop groups, or tasks.
 * Buttons add, move and remove rows without a script; nothing is saved before it is said.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/organise/events/{id}/{part:programme|audience|quotas|groups|tasks}")
class EventPartPage {

    private final EventPartForms forms;

    EventPartPage(EventPartForms forms) {
        this.forms = forms;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String part,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Asked asked = forms.asked(code, id, part, request, reader, model);
        Versioned<Map<String, Object>> found = EventPartForms.found(asked);
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        if (kept == null) {
            return forms.page(
                    asked, forms.filled(asked, found.value()), found.value(), found.version(), "");
        }
        FilledForm form = forms.form();
        String touched = EventPartForms.keep(asked, form, kept);
        form.refuse("own.kept");
        return forms.page(
                asked,
                form,
                found.value(),
                Objects.requireNonNullElse(kept.getFirst("seen"), ""),
                touched);
    }

    /**
     * Saves it, or only does with the rows what the pressed button says.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String part,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked = forms.asked(code, id, part, request, reader, model);
        Map<String, Object> told = EventPartForms.found(asked).value();
        FilledForm form = forms.form();
        String touched = EventPartForms.keep(asked, form, sent);
        if (RowAct.of(sent.getFirst("act")).isOnRows()) {
            model.addAttribute("unsaved", true);
            return forms.page(asked, form, told, seen, touched);
        }
        Map<String, Object> body = asked.part().body(asked.event());
        asked.part().write(form, told, body);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return forms.page(asked, form, told, seen, "");
        }
        return Outcome.of(
                asked.person().answer(EventPartForms.write(asked, body, seen)),
                response,
                _ -> AfterActing.to(OrganiserPages.path(code, id), "saved", request),
                refusal -> {
                    if (refusal.isStale()) {
                        return stale(asked, form);
                    }
                    PartRefusals.put(form, asked.part(), refusal);
                    return forms.page(asked, form, told, seen, "");
                },
                () -> {
                    form.refuse(Refused.AWAY);
                    return forms.page(asked, form, told, seen, "");
                });
    }

    /** Both texts, where somebody else was faster. */
    private String stale(Asked asked, FilledForm form) {
        Versioned<Map<String, Object>> current = EventPartForms.found(asked);
        FilledForm saved = forms.filled(asked, current.value());
        form.refuse("own.stale");
        asked.model().addAttribute("meanwhile", forms.meanwhile(asked, form, saved));
        return forms.page(asked, form, current.value(), current.version(), "");
    }
}
