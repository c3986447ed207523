package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.person.WhileWriting;
import fi.kumppani.portal.person.WritesForms;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
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

/**
 * Answers a section of the call's form. Each section is saved for itself, so several people may
 * write at once; who writes one that changed meanwhile sees both texts.
 */
@Controller
@WritesForms
@RequestMapping("/m/{code}/my/applications/{id}/sections/{section}")
class SectionPage {

    private final OwnPages pages;
    private final MessageSource messages;
    private final Clock clock;

    SectionPage(OwnPages pages, MessageSource messages, Clock clock) {
        this.pages = pages;
        this.messages = messages;
        this.clock = clock;
    }

    private record Found(
            String code, ApplicationFacts application, FormFacts form, FormFacts.Section section) {}

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String section,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        Person person = pages.person(request, reader);
        Found found = find(code, id, section, person, reader);
        Versioned<SectionFacts> kept = person.found(SectionFacts.one(code, id, section));
        return KeptForms.take(request)
                .map(
                        sent -> {
                            FilledForm form = PlanFields.empty(FormKeys.next(clock.instant()));
                            SectionFields.keep(form, found.section(), sent);
                            form.refuse("own.kept");
                            return page(
                                    found,
                                    form,
                                    Objects.requireNonNullElse(sent.getFirst("seen"), ""),
                                    reader,
                                    model);
                        })
                .orElseGet(() -> page(found, filled(found, kept), kept.version(), reader, model));
    }

    /**
     * Saves the answers.
     *
     * @param seen the version that was shown
     */
    @PostMapping
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(request, reader);
        Found found = find(code, id, section, person, reader);
        FilledForm form = PlanFields.empty(FormKeys.next(clock.instant()));
        SectionFields.keep(form, found.section(), sent);
        Map<String, Object> answers = SectionFields.answers(form, found.section());
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(found, form, seen, reader, model);
        }
        return Outcome.of(
                person.versioned(SectionFacts.write(code, id, section, answers, seen)),
                response,
                saved ->
                        WhileWriting.saved(
                                saved.version(),
                                clock.instant(),
                                request,
                                reader,
                                model,
                                () -> AfterActing.to(next(found), "saved", request)),
                refusal -> {
                    if (refusal.isStale()) {
                        return stale(found, form, person, reader, model);
                    }
                    SectionFields.refuse(form, found.section(), refusal);
                    return page(found, form, seen, reader, model);
                },
                () -> {
                    form.refuse(SectionFields.FAMILY + ".away");
                    return page(found, form, seen, reader, model);
                });
    }

    /** The page with both texts, what was sent and what somebody else has saved. */
    private String stale(Found found, FilledForm form, Person person, Reader reader, Model model) {
        form.refuse("own.stale");
        Versioned<SectionFacts> kept =
                person.found(
                        SectionFacts.one(
                                found.code(), found.application().id(), found.section().id()));
        List<FormQuestion> questions = questions(found, reader);
        model.addAttribute(
                "meanwhile",
                Meanwhile.of(
                        form,
                        filled(found, kept),
                        questions.stream().map(FormQuestion::field).toList(),
                        (field, value) -> SectionFields.words(questions, field, value)));
        return page(found, form, kept.version(), reader, model);
    }

    private Found find(String code, String id, String section, Person person, Reader reader) {
        ApplicationFacts application = pages.application(person, code, id).value();
        if (!application.isOpen() || application.form() == null) {
            throw new NoSuchPageException();
        }
        FormFacts form = pages.form(code, application.form(), reader);
        return new Found(
                code,
                application,
                form,
                form.section(section).orElseThrow(NoSuchPageException::new));
    }

    private FilledForm filled(Found found, Versioned<SectionFacts> kept) {
        FilledForm form = PlanFields.empty(FormKeys.next(clock.instant()));
        SectionFields.fill(form, found.section(), kept.value().answers());
        return form;
    }

    /** The section after this one; the application after the last. */
    private static String next(Found found) {
        String path = OwnPages.path(found.code(), found.application().id());
        int next = found.form().sections().indexOf(found.section()) + 1;
        return next < found.form().sections().size()
                ? path + "/sections/" + found.form().sections().get(next).id()
                : path;
    }

    private List<FormQuestion> questions(Found found, Reader reader) {
        return FormQuestion.of(found.form(), found.section(), reader.language(), messages);
    }

    private String page(Found found, FilledForm form, String seen, Reader reader, Model model) {
        String path = OwnPages.path(found.code(), found.application().id());
        pages.frame(found.code(), path + "/sections/" + found.section().id(), reader, model);
        model.addAttribute("path", path);
        model.addAttribute("section", found.section().id());
        model.addAttribute("heading", found.section().title().told(reader.language()));
        model.addAttribute("help", LocalizedText.maybe(found.section().help(), reader.language()));
        model.addAttribute("number", found.form().sections().indexOf(found.section()) + 1);
        model.addAttribute("count", found.form().sections().size());
        model.addAttribute("form", form);
        model.addAttribute("seen", seen);
        model.addAttribute("questions", questions(found, reader));
        return "my-section";
    }
}
