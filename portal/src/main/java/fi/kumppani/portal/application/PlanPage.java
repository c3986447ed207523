package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.FormKeys;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.page.SavedPart;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.person.WhileWriting;
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
import java.util.Objects;

/** Writes the plan of a draft anew. */
@Controller
@WritesForms
@RequestMapping("/m/{code}/my/applications/{id}/plan")
class PlanPage {

    private final OwnPages pages;
    private final Clock clock;

    PlanPage(OwnPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        ApplicationFacts facts = pages.application(pages.person(request, reader), code, id).value();
        if (!facts.isDraft()) {
            throw new NoSuchPageException();
        }
        return KeptForms.take(request)
                .map(
                        kept -> {
                            FilledForm form = PlanFields.empty(FormKeys.next(clock.instant()));
                            PlanFields.keep(form, kept);
                            form.refuse("own.kept");
                            return page(
                                    code,
                                    facts,
                                    form,
                                    Objects.requireNonNullElse(kept.getFirst("mark"), ""),
                                    reader,
                                    model);
                        })
                .orElseGet(() -> page(code, facts, filled(facts), reader, model));
    }

    /**
     * Saves the plan as long as nobody else has changed it; files and answers that others have
     * written meanwhile do not count.
     *
     * @param mark of the plan that was shown
     */
    @PostMapping
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(request, reader);
        FilledForm form = PlanFields.empty(FormKeys.next(clock.instant()));
        PlanFields.keep(form, sent);
        Map<String, Object> body = PlanFields.body(form, false);
        Versioned<ApplicationFacts> found = pages.application(person, code, id);
        if (form.isRefused()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return page(code, found.value(), form, mark, reader, model);
        }
        Answer<ApplicationFacts> answer =
                SavedPart.save(
                        found,
                        () -> pages.application(person, code, id),
                        current -> PlanFields.mark(current).equals(mark),
                        current -> write(person, code, id, body, current.version()));
        return Outcome.of(
                answer,
                response,
                saved ->
                        WhileWriting.saved(
                                PlanFields.mark(saved),
                                clock.instant(),
                                request,
                                reader,
                                model,
                                () -> AfterActing.to(OwnPages.path(code, id), "saved", request)),
                refusal -> {
                    if (refusal.isStale()) {
                        ApplicationFacts now = pages.application(person, code, id).value();
                        form.refuse("own.stale");
                        model.addAttribute(
                                "meanwhile", Meanwhile.of(form, filled(now), PlanFields.names()));
                        return page(code, now, form, reader, model);
                    }
                    PlanFields.refuse(form, refusal);
                    return page(code, found.value(), form, mark, reader, model);
                },
                () -> {
                    form.refuse(PlanFields.FAMILY + ".away");
                    return page(code, found.value(), form, mark, reader, model);
                });
    }

    private static Answer<ApplicationFacts> write(
            Person person, String code, String id, Map<String, Object> body, String seen) {
        return person.answer(
                Question.put(
                                Backend.GRANTS,
                                ApplicationFacts.class,
                                ApplicationFacts.PATH,
                                ApplicationFacts.at(code, id),
                                body)
                        .with("If-Match", seen));
    }

    private FilledForm filled(ApplicationFacts facts) {
        FilledForm form = PlanFields.empty(FormKeys.next(clock.instant()));
        PlanFields.fill(form, facts);
        return form;
    }

    private String page(
            String code, ApplicationFacts facts, FilledForm form, Reader reader, Model model) {
        return page(code, facts, form, PlanFields.mark(facts), reader, model);
    }

    private String page(
            String code,
            ApplicationFacts facts,
            FilledForm form,
            String mark,
            Reader reader,
            Model model) {
        String path = OwnPages.path(code, facts.id());
        CallPart call = pages.call(code, facts.callId(), reader);
        pages.frame(code, path + "/plan", reader, model);
        model.addAttribute("path", path);
        model.addAttribute("heading", call.title().told(reader.language()));
        model.addAttribute("form", form);
        model.addAttribute("mark", mark);
        PlanView.of(call, form, false, reader.language()).put(model);
        return "my-plan";
    }
}
