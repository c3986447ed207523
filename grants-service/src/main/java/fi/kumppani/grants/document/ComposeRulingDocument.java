package fi.kumppani.grants.document;

import fi.kumppani.grants.appeal.AppealInstruction;
import fi.kumppani.grants.appeal.Edition;
import fi.kumppani.grants.appeal.Editions;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.redress.RedressCase;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the document of a ruling that leaves a decision as it is, with the instruction on how to
 * appeal to a court (hallintolaki 434/2003, 44–47 §). Of who claimed it tells nothing.
 */
@Service
public class ComposeRulingDocument {

    private final DocumentFacts facts;
    private final Editions editions;

    ComposeRulingDocument(DocumentFacts facts, Editions editions) {
        this.facts = facts;
        this.editions = editions;
    }

    /**
     * The document.
     *
     * @param language the applicant's when absent
     * @return empty while nothing is ruled, when the decision was replaced or the claim taken back,
     *     and when no appeal instruction is valid for the day of a ruling that can be appealed
     */
    public Optional<DecisionDocument> compose(
            GrantApplication.Decided decided, RedressCase found, @Nullable Language language) {
        RedressCase.Ruling ruling = found.ruling();
        if (ruling == null || !ruling.leavesTheDecision()) {
            return Optional.empty();
        }
        Words words = new Words(ComposeDecisionDocument.chosen(decided, language));
        Optional<Edition> edition = editions.on(ruling.ruledOn());
        return found.canBeAppealed() && edition.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        document(
                                decided,
                                found,
                                ruling,
                                edition.filter(_ -> found.canBeAppealed())
                                        .map(
                                                each ->
                                                        AppealInstruction.toCourt(
                                                                each, words.language()))
                                        .orElse(null),
                                words));
    }

    private DecisionDocument document(
            GrantApplication.Decided decided,
            RedressCase found,
            RedressCase.Ruling ruling,
            @Nullable AppealInstruction appeal,
            Words words) {
        boolean isTakenUp = found.kind() == RedressCase.Kind.TAKEN_UP;
        String number = decided.receipt().number().toString();
        return new DecisionDocument(
                words.language(),
                words.text(isTakenUp ? "ruling.taken-up.title" : "ruling.title", number),
                words.text("decision"),
                facts(decided, found, ruling, number, words),
                words.text(verdict(isTakenUp, ruling.outcome())),
                List.of(),
                List.of(
                        ruling.explanation() == null
                                ? words.text("ruling.grounds.minutes")
                                : words.in(ruling.explanation()),
                        words.text("ruling.law")),
                null,
                appeal);
    }

    private static String verdict(boolean isTakenUp, RedressCase.Outcome outcome) {
        if (isTakenUp) {
            return "ruling.unchanged";
        }
        return outcome == RedressCase.Outcome.DISMISSED
                ? "ruling.dismissed"
                : "ruling.not-examined";
    }

    private List<DecisionDocument.Fact> facts(
            GrantApplication.Decided decided,
            RedressCase found,
            RedressCase.Ruling ruling,
            String number,
            Words words) {
        List<DecisionDocument.Fact> all = new ArrayList<>();
        all.add(words.fact("diary-number", number));
        all.addAll(
                DocumentFacts.made(
                        new DecisionMaker(
                                DecisionMaker.Kind.BOARD, found.hearer(), ruling.section()),
                        ruling.ruledOn(),
                        words));
        if (found.kind() != RedressCase.Kind.TAKEN_UP) {
            all.add(words.fact("ruling.arrived", words.day(found.arrivedOn())));
        }
        all.addAll(facts.of(decided, words));
        return all;
    }
}
