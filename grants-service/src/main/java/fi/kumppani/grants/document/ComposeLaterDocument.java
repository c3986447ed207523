package fi.kumppani.grants.document;

import fi.kumppani.grants.appeal.AppealInstruction;
import fi.kumppani.grants.appeal.Editions;
import fi.kumppani.grants.changerequest.GrantTerms;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.laterdecision.LaterDecision;
import fi.kumppani.grants.recovery.Hearing;
import fi.kumppani.grants.recovery.RecoveryClaim;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the document of a decision that came after the one on the application (hallintolaki
 * 434/2003, 44–47 §): on other terms, or to claim something back. It is claimed against like a
 * first one (kuntalaki 410/2015, 134 §).
 */
@Service
public class ComposeLaterDocument {

    private final DocumentFacts facts;
    private final Editions editions;

    ComposeLaterDocument(DocumentFacts facts, Editions editions) {
        this.facts = facts;
        this.editions = editions;
    }

    /**
     * The document.
     *
     * @param language the applicant's when absent
     * @return empty when no appeal instruction is valid for the decision's day
     */
    public Optional<DecisionDocument> compose(
            GrantApplication.Decided decided, LaterDecision decision, @Nullable Language language) {
        Words words = new Words(ComposeDecisionDocument.chosen(decided, language));
        return editions.on(decision.decidedOn())
                .map(
                        edition ->
                                document(
                                        decided,
                                        decision,
                                        AppealInstruction.of(
                                                edition, decision.maker(), words.language()),
                                        words));
    }

    private DecisionDocument document(
            GrantApplication.Decided decided,
            LaterDecision decision,
            AppealInstruction appeal,
            Words words) {
        String number = decided.receipt().number().toString();
        List<DecisionDocument.Fact> about =
                Stream.of(
                                List.of(words.fact("diary-number", number)),
                                DocumentFacts.made(decision.maker(), decision.decidedOn(), words),
                                facts.of(decided, words),
                                asked(decision, words))
                        .flatMap(List::stream)
                        .toList();
        return new DecisionDocument(
                words.language(),
                words.text(WireCodes.of(decision.id().kind()) + ".title", number),
                words.text("decision"),
                about,
                verdict(decision, words),
                List.of(),
                grounds(decision, words),
                null,
                appeal);
    }

    private static List<DecisionDocument.Fact> asked(LaterDecision decision, Words words) {
        return switch (decision) {
            case LaterDecision.OnTerms(_, var request, var ruling) ->
                    Stream.concat(
                                    terms("change.asked", request.wish(), words).stream(),
                                    ruling.approved() == null
                                            ? Stream.empty()
                                            : terms("change.approved", ruling.approved(), words)
                                                    .stream())
                            .toList();
            case LaterDecision.OnRecovery(_, var claim, var made) ->
                    List.of(
                            words.fact("recovery.amount", words.sum(claim.amount())),
                            words.fact("recovery.due-on", words.day(made.dueOn())),
                            words.fact("recovery.hearing", hearing(claim, words)));
        };
    }

    /** Terms, each with what is said of it and whether it was asked for or approved. */
    private static List<DecisionDocument.Fact> terms(String key, GrantTerms terms, Words words) {
        List<DecisionDocument.Fact> all = new ArrayList<>();
        if (terms.use() != null) {
            all.add(words.fact(key + ".use", terms.use()));
        }
        if (terms.beginsOn() != null) {
            all.add(words.fact(key + ".begins-on", words.day(terms.beginsOn())));
        }
        if (terms.endsOn() != null) {
            all.add(words.fact(key + ".ends-on", words.day(terms.endsOn())));
        }
        return all;
    }

    private static String hearing(RecoveryClaim claim, Words words) {
        return switch (claim.hearing()) {
            case Hearing.Offered(var until, var answer) ->
                    words.text(
                            answer == null ? "recovery.unanswered" : "recovery.answered",
                            words.day(until));
            case Hearing.Waived(var why) -> words.text("recovery.waived." + WireCodes.of(why));
        };
    }

    private static String verdict(LaterDecision decision, Words words) {
        return switch (decision) {
            case LaterDecision.OnTerms(_, var request, _) ->
                    words.text("change." + request.status());
            case LaterDecision.OnRecovery(_, var claim, var made) ->
                    words.text(
                            "recovery.verdict", words.sum(claim.amount()), words.day(made.dueOn()));
        };
    }

    private static List<String> grounds(LaterDecision decision, Words words) {
        return switch (decision) {
            case LaterDecision.OnTerms(_, _, var ruling) ->
                    List.of(words.in(ruling.explanation()), words.text("change.law"));
            case LaterDecision.OnRecovery(_, var claim, _) ->
                    Stream.of(
                                    words.text("recovery.ground." + WireCodes.of(claim.ground())),
                                    claim.reason(),
                                    words.text("recovery.law"))
                            .filter(each -> !each.isBlank())
                            .toList();
        };
    }
}
