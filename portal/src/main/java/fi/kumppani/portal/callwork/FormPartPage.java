package fi.kumppani.portal.callwork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.callwork.FormSheet.Place;
import fi.kumppani.portal.official.Officials.Official;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.SavedPart;
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
import java.util.Optional;

/** Writes one part of a form: what it is called, a section, a question; adds one of them. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/work/forms/{id}")
class FormPartPage {

    static final String SAVED = "saved";

    private final CallPages pages;
    private final FormChoices choices;
    private final Clock clock;

    FormPartPage(CallPages pages, FormChoices choices, Clock clock) {
        this.pages = pages;
        this.choices = choices;
        this.clock = clock;
    }

    /** Who writes which part of which form. */
    private record Asked(
            String code, String id, FormPart part, Official officer, Reader reader, Model model) {

        Versioned<CallBody> find() {
            return FormQuestions.found(code, id, officer.person());
        }
    }

    @GetMapping({"/title", "/sections/{section}", "/sections/{section}/questions/{question}"})
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable Optional<String> section,
            @PathVariable Optional<String> question,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Asked asked =
                new Asked(
                        code,
                        id,
                        part(section, question),
                        pages.officer(code, request, reader),
                        reader,
                        model);
        FormSheet sheet = FormSheet.of(asked.find().value());
        MultiValueMap<String, String> kept = KeptForms.take(request).orElse(null);
        FilledForm form = form(null);
        asked.part().fill(form, sheet);
        if (kept == null) {
            return page(asked, sheet, form, asked.part().mark(sheet));
        }
        FilledForm again = form(null);
        asked.part().keep(again, kept);
        again.refuse("own.kept");
        String mark = kept.getFirst("mark");
        return page(asked, sheet, again, mark == null ? asked.part().mark(sheet) : mark);
    }

    /**
     * Saves it as another version of the form. When somebody else has changed the same part
     * meanwhile, both texts are shown, and it is saved again on purpose.
     *
     * @param mark tells what was shown from what it is now
     */
    @PostMapping({"/title", "/sections/{section}", "/sections/{section}/questions/{question}"})
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable Optional<String> section,
            @PathVariable Optional<String> question,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Asked asked =
                new Asked(
                        code,
                        id,
                        part(section, question),
                        pages.officer(code, request, reader),
                        reader,
                        model);
        Versioned<CallBody> found = asked.find();
        FilledForm form = form(null);
        asked.part().keep(form, sent);
        FormSheet sheet = FormSheet.of(found.value());
        Place place = asked.part().write(form, sheet);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(asked, FormSheet.of(found.value()), form, mark);
        }
        Answer<FormQuestions.Made> answer =
                SavedPart.save(
                        found,
                        asked::find,
                        current -> asked.part().mark(FormSheet.of(current)).equals(mark),
                        current -> write(asked, form, current));
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(CallPages.form(code, id), SAVED, request),
                refusal -> {
                    FormFaults.put(form, answer, place);
                    return refusal.isStale()
                            ? overtaken(asked, form)
                            : page(asked, FormSheet.of(found.value()), form, mark);
                },
                () -> {
                    FormFaults.put(form, answer, place);
                    return page(asked, FormSheet.of(found.value()), form, mark);
                });
    }

    private static Answer<FormQuestions.Made> write(
            Asked asked, FilledForm form, Versioned<CallBody> current) {
        FormSheet sheet = FormSheet.of(current.value());
        asked.part().write(form, sheet);
        return asked.officer()
                .person()
                .answer(
                        FormQuestions.write(
                                asked.code(), asked.id(), sheet.body(), current.version()));
    }

    /** The page with what somebody else has saved meanwhile beside it. */
    private String overtaken(Asked asked, FilledForm form) {
        FormSheet now = FormSheet.of(asked.find().value());
        FilledForm saved = form(null);
        asked.part().fill(saved, now);
        asked.model()
                .addAttribute("meanwhile", Meanwhile.of(form, saved, asked.part().names(saved)));
        return page(asked, now, form, asked.part().mark(now));
    }

    /**
     * The part that an address names.
     *
     * @throws NoSuchPageException when it names none
     */
    private static FormPart part(Optional<String> section, Optional<String> question) {
        if (section.isEmpty()) {
            return FormPart.TITLE;
        }
        if (question.isEmpty()) {
            return FormPart.section(section.get());
        }
        if (section.get().equals(FormPart.NEW)) {
            throw new NoSuchPageException();
        }
        return new FormPart(false, section.get(), question.get());
    }

    private FilledForm form(@Nullable String key) {
        return new FilledForm(FormKeys.of(key, clock.instant()), CallFields.LONGEST);
    }

    private String page(Asked asked, FormSheet sheet, FilledForm form, String mark) {
        Model model = asked.model();
        String path = CallPages.form(asked.code(), asked.id());
        pages.frame(asked.code(), path + asked.part().path(), asked.reader(), model);
        model.addAttribute("backHref", path);
        model.addAttribute(
                "back", FormOutline.told(sheet.members(), "title", asked.reader().language()));
        model.addAttribute("mark", mark);
        choices.put(model, asked.part(), sheet, form, asked.reader().language());
        return "form-part";
    }
}
