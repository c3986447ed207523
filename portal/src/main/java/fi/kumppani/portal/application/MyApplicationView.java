package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.grant.EligibilityFacts;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.Told;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.List;
import java.util.Map;

/** What the page of an application of one's own shows. */
@Component
final class MyApplicationView {

    private final OwnPages pages;

    MyApplicationView(OwnPages pages) {
        this.pages = pages;
    }

    /**
     * A section of the form.
     *
     * @param needed whether it is filled in for a sum such as this
     */
    record SectionRow(String id, Told title, boolean answered, boolean needed) {}

    /**
     * The page.
     *
     * @param errors what the service found wrong when something was to be done with it
     */
    String page(
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
        model.addAttribute("aid", AidNeed.of(code, facts, call, person));
        boolean light = judge(code, facts, person, language, model);
        FormFacts form =
                facts.form() == null
                        ? new FormFacts(List.of())
                        : pages.form(code, facts.form(), reader);
        model.addAttribute("sections", sections(facts, form, light, language));
        model.addAttribute("missing", MissingPart.of(path, call, form, errors, language));
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
}
