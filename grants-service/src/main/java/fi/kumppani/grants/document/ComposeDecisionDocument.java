package fi.kumppani.grants.document;

import fi.kumppani.grants.appeal.AppealInstruction;
import fi.kumppani.grants.appeal.Edition;
import fi.kumppani.grants.appeal.Editions;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Grounds;
import fi.kumppani.grants.grantapplication.RevisionCause;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the document of a decision from what was decided. */
@Service
public class ComposeDecisionDocument {

    private final DocumentFacts facts;
    private final Editions editions;

    ComposeDecisionDocument(DocumentFacts facts, Editions editions) {
        this.facts = facts;
        this.editions = editions;
    }

    /**
     * The document with its secret part.
     *
     * @param language the applicant's when absent
     * @return empty when no appeal instruction is valid for the decision's day: without one no
     *     decision is given (hallintolaki 434/2003, 46 §)
     */
    public Optional<DecisionDocument> compose(
            GrantApplication.Decided decided, @Nullable Language language) {
        return editions.on(decided.decision().request().decidedOn())
                .map(edition -> compose(decided, edition, new Words(chosen(decided, language))));
    }

    /**
     * The document of what is proposed for an application, with its secret part.
     *
     * @param language the applicant's when absent
     */
    public DecisionDocument propose(
            GrantApplication application, Verdict verdict, @Nullable Language language) {
        Words words = new Words(chosen(application, language));
        return document(
                application, verdict, facts(application, words), Kind.PROPOSAL, null, words);
    }

    static Language chosen(GrantApplication application, @Nullable Language language) {
        if (language != null) {
            return language;
        }
        ContactPoint contact = application.proposal().contact();
        return contact == null ? Language.FI : contact.language();
    }

    private DecisionDocument compose(
            GrantApplication.Decided decided, Edition edition, Words words) {
        DecisionRequest request = decided.decision().request();
        return document(
                decided,
                request.verdict(),
                Stream.of(
                                DocumentFacts.made(request.maker(), request.decidedOn(), words),
                                replaced(decided, words),
                                facts(decided, words))
                        .flatMap(List::stream)
                        .toList(),
                Kind.DECISION,
                AppealInstruction.of(edition, decided.decision(), words.language()),
                words);
    }

    private static DecisionDocument document(
            GrantApplication application,
            Verdict verdict,
            List<DecisionDocument.Fact> told,
            Kind kind,
            @Nullable AppealInstruction appeal,
            Words words) {
        String number = application.number().map(DiaryNumber::toString).orElseThrow();
        return new DecisionDocument(
                words.language(),
                words.text(kind.title, number),
                words.text(kind.heading),
                Stream.concat(Stream.of(words.fact("diary-number", number)), told.stream())
                        .toList(),
                words.text(
                        verdict.outcome(application.proposal().requested()).code(),
                        words.sum(verdict.amount())),
                shares(verdict, words),
                grounds(verdict.grounds(), words),
                verdict.grounds().secret(),
                appeal);
    }

    /** That it took the place of another, and why. */
    private static List<DecisionDocument.Fact> replaced(
            GrantApplication.Decided decided, Words words) {
        RevisionCause cause = decided.decision().cause();
        return cause == null || decided.earlier().isEmpty()
                ? List.of()
                : List.of(
                        words.fact(
                                "replaces",
                                words.day(decided.earlier().getLast().request().decidedOn())),
                        words.fact("cause", words.text("cause." + WireCodes.of(cause))));
    }

    private List<DecisionDocument.Fact> facts(GrantApplication application, Words words) {
        List<DecisionDocument.Fact> all = new ArrayList<>(facts.of(application, words));
        if (application.proposal().purpose() != null) {
            all.add(words.fact("purpose", application.proposal().purpose()));
        }
        all.add(words.fact("requested", words.sum(application.proposal().requested())));
        return all;
    }

    private static List<DecisionDocument.Fact> shares(Verdict verdict, Words words) {
        return verdict instanceof Verdict.Grant grant
                ? grant.shares().stream()
                        .map(
                                share ->
                                        new DecisionDocument.Fact(
                                                words.in(share.category().text()),
                                                words.sum(share.amount())))
                        .toList()
                : List.of();
    }

    private static List<String> grounds(Grounds grounds, Words words) {
        List<String> told =
                Stream.concat(
                                grounds.reasons().stream().map(DecisionReason::text),
                                Stream.ofNullable(grounds.explanation()))
                        .map(words::in)
                        .toList();
        return Stream.concat(
                        told.isEmpty() ? Stream.of(words.text("grounds.none")) : told.stream(),
                        Stream.of(words.text("law")))
                .toList();
    }

    private enum Kind {
        DECISION("title", "decision"),
        PROPOSAL("proposal.title", "proposal");

        private final String title;
        private final String heading;

        Kind(String title, String heading) {
            this.title = title;
            this.heading = heading;
        }
    }
}
