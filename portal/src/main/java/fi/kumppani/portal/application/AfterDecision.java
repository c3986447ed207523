package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an application's page says once it is decided: the decision, the grant, what follows. */
final class AfterDecision {

    private static final Set<String> REPORTS =
            Set.of("draft", "handed-in", "supplementing", "checked", "concluded");

    private AfterDecision() {}

    /** A decision in words. */
    record DecisionPart(
            String outcome,
            String granted,
            String decidedOn,
            List<Told> reasons,
            @Nullable Told explanation,
            @Nullable String document) {}

    /** What was granted in words. */
    record AwardPart(
            String answer,
            @Nullable String acceptUntil,
            @Nullable Told conditions,
            @Nullable String paid,
            String seen) {}

    /** Any answer of a service that only has to be there. */
    record Present() {}

    /** The report on how a grant was used, as far as it is told here. */
    record ReportPart(String status) {}

    /** What is claimed back, as far as it is told here. */
    record ClaimsPart(List<Present> claims) {}

    static void put(
            String code,
            ApplicationFacts facts,
            ApplicationFacts.Decision decision,
            Person person,
            Language language,
            Model model) {
        model.addAttribute(
                "decision",
                new DecisionPart(
                        Statuses.known(decision.outcome()),
                        Formats.euros(decision.granted()),
                        Formats.day(decision.decidedOn(), language),
                        decision.reasons().stream()
                                .flatMap(reason -> reason.text().in(language).stream())
                                .toList(),
                        LocalizedText.maybe(decision.explanation(), language),
                        document(code, facts.id(), person, language)));
        if (person.versioned(AwardFacts.of(code, facts.id()))
                instanceof Answer.Found<Versioned<AwardFacts>>(var award)) {
            AwardFacts granted = award.value();
            boolean isPaid = granted.paid().signum() != 0;
            model.addAttribute(
                    "award",
                    new AwardPart(
                            granted.answer(),
                            granted.acceptUntil() == null
                                    ? null
                                    : Formats.day(granted.acceptUntil(), language),
                            LocalizedText.maybe(granted.conditions(), language),
                            isPaid ? Formats.euros(granted.paid()) : null,
                            award.version()));
            if (granted.answer().equals("accepted")) {
                model.addAttribute("reportStatus", report(code, facts.id(), person));
            }
            if (isPaid) {
                model.addAttribute("hasClaims", hasClaims(code, facts.id(), person));
            }
        }
    }

    /** How the report stands, in one of the words that pages know; null where there is none. */
    private static @Nullable String report(String code, String id, Person person) {
        return person.answer(
                        Question.get(
                                Backend.GRANTS,
                                ReportPart.class,
                                ApplicationFacts.PATH + "/usage-report",
                                ApplicationFacts.at(code, id)))
                .found()
                .map(ReportPart::status)
                .map(status -> REPORTS.contains(status) ? status : "other")
                .orElse(null);
    }

    private static boolean hasClaims(String code, String id, Person person) {
        return person.answer(
                        Question.get(
                                Backend.GRANTS,
                                ClaimsPart.class,
                                ApplicationFacts.PATH + "/recovery",
                                ApplicationFacts.at(code, id)))
                .found()
                .filter(recovery -> !recovery.claims().isEmpty())
                .isPresent();
    }

    /** There is a document where there is an appeal instruction that goes with it. */
    private static @Nullable String document(
            String code, String id, Person person, Language language) {
        return person.answer(
                        Question.get(
                                Backend.GRANTS,
                                Present.class,
                                ApplicationFacts.PATH
                                        + "/decision/appeal-instruction?language={language}",
                                Map.of(
                                        "municipality",
                                        code,
                                        "id",
                                        id,
                                        "language",
                                        language.code())))
                .found()
                .map(
                        _ ->
                                "/api/grants/v1/municipalities/%s/applications/%s/decision/document.pdf?language=%s"
                                        .formatted(code, id, language.code()))
                .orElse(null);
    }
}
