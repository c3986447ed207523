package fi.kumppani.portal.official;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.application.CostPlan;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

import java.util.List;
import java.util.Objects;

/** Puts what was applied for on a page. */
final class ApplicationView {

    private ApplicationView() {}

    /** A file that goes with it. */
    record File(String name, String href) {}

    /** Other support for the same purpose. */
    record Other(String issuer, int year, String amount, boolean granted) {}

    /** What was decided. */
    record Decided(
            String outcome,
            String granted,
            String decidedOn,
            List<Told> reasons,
            @Nullable Told explanation) {}

    /** The language of what the applicant wrote, as far as it is known. */
    static String written(ApplicationFacts facts, Language otherwise) {
        return Objects.requireNonNullElse(facts.language(), otherwise.code());
    }

    /** Puts what tells the application from others at the top of a page. */
    static void head(
            Model model, ApplicationFacts facts, WorkCall call, String code, Language language) {
        model.addAttribute("applicationHref", WorkPages.application(code, facts.id()));
        model.addAttribute("heading", call.title().told(language));
        model.addAttribute("callHref", WorkPages.call(code, facts.callId()));
        model.addAttribute("diaryNumber", facts.diaryNumber());
        model.addAttribute("requested", Formats.euros(facts.requested()));
        CostPlan planned = facts.costPlan();
        model.addAttribute("shareRows", planned == null ? List.of() : planned.costRows());
    }

    /**
     * Puts all of it there.
     *
     * @param blind whether who applies is not told, nor are files, which may tell it
     */
    static void put(
            Model model,
            ApplicationFacts facts,
            WorkCall call,
            String code,
            boolean blind,
            Language language) {
        head(model, facts, call, code, language);
        model.addAttribute("blind", blind);
        model.addAttribute("written", written(facts, language));
        model.addAttribute("purpose", facts.purpose());
        model.addAttribute("eventDescription", facts.eventDescription());
        model.addAttribute("events", facts.events());
        model.addAttribute(
                "totalCost", facts.totalCost() == null ? null : Formats.euros(facts.totalCost()));
        CostPlan costs = facts.costPlan();
        model.addAttribute("costRows", costs == null ? List.of() : costs.costRows());
        model.addAttribute("incomeRows", costs == null ? List.of() : costs.incomeRows());
        model.addAttribute(
                "beginsOn",
                facts.beginsOn() == null ? null : Formats.day(facts.beginsOn(), language));
        model.addAttribute(
                "endsOn", facts.endsOn() == null ? null : Formats.day(facts.endsOn(), language));
        model.addAttribute(
                "submittedAt",
                facts.submittedAt() == null ? null : Formats.moment(facts.submittedAt(), language));
        model.addAttribute(
                "files",
                facts.attachments().stream()
                        .map(
                                file ->
                                        new File(
                                                file.name(),
                                                "/api/grants/v1/municipalities/%s/applications/%s/attachments/%s"
                                                        .formatted(code, facts.id(), file.id())))
                        .toList());
        model.addAttribute(
                "others",
                facts.otherGrants().stream()
                        .map(
                                other ->
                                        new Other(
                                                other.issuer(),
                                                other.year(),
                                                Formats.euros(other.amount()),
                                                other.granted()))
                        .toList());
        ApplicationFacts.Supplement supplement = facts.supplement();
        if (supplement != null) {
            model.addAttribute("supplement", supplement.what().told(language));
            model.addAttribute("supplementDue", Formats.day(supplement.dueOn(), language));
        }
        if (facts.decision() != null) {
            model.addAttribute("decided", decided(facts.decision(), language));
        }
        if (facts.transferredTo() != null) {
            model.addAttribute("transferredTo", WorkPages.application(code, facts.transferredTo()));
        }
    }

    private static Decided decided(ApplicationFacts.Decision decision, Language language) {
        return new Decided(
                States.DECIDED.contains(decision.outcome()) ? decision.outcome() : "other",
                Formats.euros(decision.granted()),
                Formats.day(decision.decidedOn(), language),
                decision.reasons().stream()
                        .flatMap(reason -> reason.text().in(language).stream())
                        .toList(),
                LocalizedText.maybe(decision.explanation(), language));
    }
}
