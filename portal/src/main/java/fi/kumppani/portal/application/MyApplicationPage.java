package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Outcome;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One application of one's own: what is written of it, how it stands, and buttons for what its
 * association may do.
 */
@Controller
@RequestMapping("/m/{code}/my/applications/{id}")
class MyApplicationPage {

    private static final Set<String> DONE =
            Set.of(
                    "begun",
                    "copied",
                    "saved",
                    "submission",
                    "supplement",
                    "withdrawal",
                    "acceptance",
                    "refusal");
    private static final Set<String> REASONS =
            Set.of(
                    "call-closed",
                    "call-not-open-yet",
                    "already-decided",
                    "withdrawn",
                    "supplement-late",
                    "no-supplement-asked",
                    "partner-not-joined",
                    "acceptance-late",
                    "already-accepted",
                    "already-declined",
                    "already-paid",
                    "being-revised");

    private final OwnPages pages;

    MyApplicationPage(OwnPages pages) {
        this.pages = pages;
    }

    /**
     * A section of the form.
     *
     * @param needed whether it is filled in for a sum such as this
     */
    record SectionRow(String id, Told title, boolean answered, boolean needed) {}

    /**
     * What is missing before it can be handed in.
     *
     * @param href where it is added
     * @param key of the text that says what is wrong
     */
    record Missing(String href, Told label, String key) {}

    @GetMapping
    String see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            Reader reader,
            Model model) {
        if (DONE.contains(done)) {
            model.addAttribute("done", done);
        }
        return page(code, id, List.of(), pages.person(request, reader), reader, model);
    }

    /**
     * Hands it in, hands it in completed, or takes it back.
     *
     * @param seen the version that was shown
     */
    @PostMapping("/{move:submission|supplement|withdrawal}")
    String move(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String move,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(request, reader);
        return moved(
                code,
                id,
                move,
                person.answer(ApplicationFacts.move(code, id, move, seen)),
                person,
                request,
                reader,
                model,
                response);
    }

    /**
     * Accepts what was granted, or declines it.
     *
     * @param seen the version of the award that was shown
     */
    @PostMapping("/{answer:acceptance|refusal}")
    String answer(
            @PathVariable String code,
            @PathVariable String id,
            @PathVariable String answer,
            @RequestParam(defaultValue = "") String seen,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        Person person = pages.person(request, reader);
        return moved(
                code,
                id,
                answer,
                person.answer(AwardFacts.answer(code, id, answer, seen)),
                person,
                request,
                reader,
                model,
                response);
    }

    /** Leads back here after the login. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        return People.login("/m/{code}/my/applications/{id}", request);
    }

    private <T> String moved(
            String code,
            String id,
            String move,
            Answer<T> answer,
            Person person,
            HttpServletRequest request,
            Reader reader,
            Model model,
            HttpServletResponse response) {
        return Outcome.of(
                answer,
                response,
                _ -> AfterActing.to(OwnPages.path(code, id), move, request),
                refusal -> {
                    model.addAttribute("refusal", text(refusal));
                    return page(code, id, refusal.errors(), person, reader, model);
                },
                () -> {
                    model.addAttribute("refusal", "own.away");
                    return page(code, id, List.of(), person, reader, model);
                });
    }

    private static String text(Refusal refusal) {
        if (refusal.isStale()) {
            return "own.changed";
        }
        if (!refusal.errors().isEmpty()) {
            return "own.incomplete";
        }
        return REASONS.contains(refusal.reason())
                ? "own.reason." + refusal.reason()
                : "own.refused";
    }

    private String page(
            String code,
            String id,
            List<Refusal.FieldError> errors,
            Person person,
            Reader reader,
            Model model) {
        Versioned<ApplicationFacts> found = pages.application(person, code, id);
        ApplicationFacts facts = found.value();
        CallPart call = pages.call(code, facts.callId(), reader);
        Language language = reader.language();
        String path = OwnPages.path(code, id);
        OwnFacts own = OwnPages.orElse(person.answer(OwnFacts.in(code)), OwnFacts.NOTHING);
        pages.frame(code, path, reader, model);
        model.addAttribute("path", path);
        model.addAttribute("seen", found.version());
        model.addAttribute("heading", call.title().told(language));
        model.addAttribute("callHref", "/m/" + code + "/calls/" + facts.callId());
        model.addAttribute("status", Statuses.known(facts.status()));
        model.addAttribute("draft", facts.isDraft());
        model.addAttribute("diaryNumber", facts.diaryNumber());
        model.addAttribute("requested", Formats.euros(facts.requested()));
        model.addAttribute(
                "association",
                own.association(facts.associationId())
                        .map(each -> each.told(language))
                        .orElse(null));
        List<DueView> due =
                own.application(id).map(OwnFacts.Row::due).orElseGet(List::of).stream()
                        .map(each -> DueView.of(each, language))
                        .toList();
        model.addAttribute("due", due);
        model.addAttribute("late", facts.isOpen() && due.stream().anyMatch(DueView::overdue));
        if (facts.submittedAt() != null) {
            model.addAttribute("submittedAt", Formats.moment(facts.submittedAt(), language));
        }
        if (facts.transferredTo() != null) {
            model.addAttribute("transferredTo", OwnPages.path(code, facts.transferredTo()));
        }
        if (facts.supplement() != null) {
            model.addAttribute("supplement", facts.supplement().what().told(language));
        }
        model.addAttribute("fileCount", facts.attachments().size());
        boolean light = judge(code, facts, person, language, model);
        FormFacts form =
                facts.form() == null
                        ? new FormFacts(List.of())
                        : pages.form(code, facts.form(), reader);
        model.addAttribute("sections", sections(facts, form, light, language));
        model.addAttribute("missing", missing(path, call, form, errors, language));
        if (facts.decision() != null) {
            AfterDecision.put(code, facts, facts.decision(), person, language, model);
        }
        return "my-application";
    }

    /** Lets the rules of the call answer to a draft; whether its sum is small. */
    private static boolean judge(
            String code, ApplicationFacts facts, Person person, Language language, Model model) {
        if (!facts.isDraft()) {
            return false;
        }
        return person.answer(EligibilityFacts.of(code, facts.callId(), PlanFields.judged(facts)))
                .found()
                .map(
                        eligibility -> {
                            model.addAttribute("rules", eligibility.told(language));
                            model.addAttribute("eligible", eligibility.eligible());
                            return eligibility.isLight();
                        })
                .orElse(false);
    }

    private static List<SectionRow> sections(
            ApplicationFacts facts, FormFacts form, boolean light, Language language) {
        Map<String, Map<String, Object>> answers =
                facts.form() == null ? Map.of() : facts.form().answers();
        return form.sections().stream()
                .map(
                        section ->
                                new SectionRow(
                                        section.id(),
                                        section.title().told(language),
                                        !answers.getOrDefault(section.id(), Map.of()).isEmpty(),
                                        !light || !Boolean.FALSE.equals(section.light())))
                .toList();
    }

    /** What the service found missing, each with the way to it. */
    private static List<Missing> missing(
            String path,
            CallPart call,
            FormFacts form,
            List<Refusal.FieldError> errors,
            Language language) {
        List<Missing> missing = new ArrayList<>();
        for (Refusal.FieldError error : errors) {
            for (FormFacts.Section section : form.sections()) {
                for (FormFacts.Asked question : section.questions()) {
                    if (error.field().equals("answers." + section.id() + "." + question.id())) {
                        missing.add(
                                new Missing(
                                        path
                                                + "/sections/"
                                                + section.id()
                                                + "#"
                                                + SectionFields.field(question.id()),
                                        question.label().told(language),
                                        SectionFields.text(error.code())));
                    }
                }
            }
            for (CallPart.Attachment file : call.attachments()) {
                if (error.field().equals("attachments." + file.id())) {
                    missing.add(
                            new Missing(
                                    path + "/files",
                                    file.label().told(language),
                                    "own.missing.file"));
                }
            }
        }
        return missing;
    }
}
