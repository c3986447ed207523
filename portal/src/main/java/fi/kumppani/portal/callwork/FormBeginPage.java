package fi.kumppani.portal.callwork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.callwork.FormSheet.Place;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
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

import java.time.Clock;

/** Begins a form, with its first section and question. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/forms/new")
class FormBeginPage {

    private final CallPages pages;
    private final FormChoices choices;
    private final Clock clock;

    FormBeginPage(CallPages pages, FormChoices choices, Clock clock) {
        this.pages = pages;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping
    String see(@PathVariable String code, HttpServletRequest request, Reader reader, Model model) {
        pages.officer(code, request, reader);
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        FilledForm form = form(kept == null ? null : kept.getFirst("key"));
        if (kept == null) {
            FormPart.BEGINNING.fill(form, FormSheet.of(CallBody.EMPTY));
        } else {
            FormPart.BEGINNING.keep(form, kept);
            form.refuse("own.kept");
        }
        return page(code, form, reader, model);
    }

    /**
     * Begins it.
     *
     * @param key what makes the form sent twice one form
     */
    @PostMapping
    String begin(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Official officer = pages.officer(code, request, reader);
        FilledForm form = form(key);
        FormPart.BEGINNING.keep(form, sent);
        FormSheet sheet = FormSheet.of(CallBody.EMPTY);
        Place place = FormPart.BEGINNING.write(form, sheet);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(code, form, reader, model);
        }
        Answer<FormQuestions.Made> answer =
                officer.person().answer(FormQuestions.begin(code, sheet.body(), form.key()));
        return Outcome.of(
                answer,
                response,
                made -> AfterActing.to(CallPages.form(code, made.id()), "begun", request),
                () -> {
                    FormFaults.put(form, answer, place);
                    return page(code, form, reader, model);
                });
    }

    private FilledForm form(@Nullable String key) {
        return new FilledForm(FormKeys.of(key, clock.instant()), CallFields.LONGEST);
    }

    private String page(String code, FilledForm form, Reader reader, Model model) {
        pages.frame(code, CallPages.form(code, "new"), reader, model);
        model.addAttribute("backHref", CallPages.forms(code));
        choices.put(
                model, FormPart.BEGINNING, FormSheet.of(CallBody.EMPTY), form, reader.language());
        return "form-part";
    }
}
