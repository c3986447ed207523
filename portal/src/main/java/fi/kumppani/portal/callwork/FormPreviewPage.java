package fi.kumppani.portal.callwork;

import fi.kumppani.portal.application.FormFacts;
import fi.kumppani.portal.application.FormQuestion;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import java.time.Clock;
import java.util.List;

/** A form as applicants will meet it, in the language of the page; nothing of it is sent. */
@Controller
@WritesForms
class FormPreviewPage {

    private final CallPages pages;
    private final MessageSource messages;
    private final Clock clock;

    FormPreviewPage(CallPages pages, MessageSource messages, Clock clock) {
        this.pages = pages;
        this.messages = messages;
        this.clock = clock;
    }

    /** A section with what it asks. */
    record Section(Told title, @Nullable Told help, boolean light, List<FormQuestion> questions) {}

    @GetMapping("/m/{code}/work/forms/{id}/preview")
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Language language = reader.language();
        Versioned<FormFacts> found =
                pages.officer(code, request, reader).person().found(FormFacts.latest(code, id));
        FormFacts form = found.value();
        pages.frame(code, CallPages.form(code, id) + "/preview", reader, model);
        model.addAttribute("backHref", CallPages.form(code, id));
        model.addAttribute("form", new FilledForm(FormKeys.next(clock.instant())));
        model.addAttribute(
                "sections",
                form.sections().stream()
                        .map(
                                section ->
                                        new Section(
                                                section.title().told(language),
                                                LocalizedText.maybe(section.help(), language),
                                                !Boolean.FALSE.equals(section.light()),
                                                FormQuestion.of(form, section, language, messages)))
                        .toList());
        return "form-preview";
    }
}
