package fi.kumppani.grants.document;

import fi.kumppani.grants.appeal.AppealInstruction;
import fi.kumppani.grants.appeal.Edition;
import fi.kumppani.grants.appeal.Editions;
import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.grants.grantapplication.ContactPoint;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Grounds;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the document of a decision from what was decided. */
@Service
public class ComposeDecisionDocument {

    private final GrantCalls calls;
    private final Applicants applicants;
    private final Editions editions;

    ComposeDecisionDocument(GrantCalls calls, Applicants applicants, Editions editions) {
        this.calls = calls;
        this.applicants = applicants;
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
                Stream.concat(made(request, words).stream(), facts(decided, words).stream())
                        .toList(),
                Kind.DECISION,
                AppealInstruction.of(edition, request.maker(), words.language()),
                words);
    }

    private static DecisionDocument document(
            GrantApplication application,
            Verdict verdict,
            List<DecisionDocument.Fact> facts,
            Kind kind,
            @Nullable AppealInstruction appeal,
            Words words) {
        String number = application.number().map(DiaryNumber::toString).orElseThrow();
        return new DecisionDocument(
                words.language(),
                words.text(kind.title, number),
                words.text(kind.heading),
                Stream.concat(Stream.of(fact("diary-number", number, words)), facts.stream())
                        .toList(),
                words.text(
                        verdict.outcome(application.proposal().requested()).code(),
                        words.sum(verdict.amount())),
                shares(verdict, words),
                grounds(verdict.grounds(), words),
                verdict.grounds().secret(),
                appeal);
    }

    private static List<DecisionDocument.Fact> made(DecisionRequest request, Words words) {
        DecisionMaker maker = request.maker();
        List<DecisionDocument.Fact> facts = new ArrayList<>();
        facts.add(fact("maker", title(maker, words), words));
        if (maker.section() != null) {
            facts.add(fact("section", maker.section(), words));
        }
        facts.add(fact("decided-on", words.day(request.decidedOn()), words));
        return facts;
    }

    private List<DecisionDocument.Fact> facts(GrantApplication application, Words words) {
        List<DecisionDocument.Fact> facts = new ArrayList<>();
        List<AssociationId> partners = application.proposal().partners().ids();
        Map<AssociationId, Applicant> known =
                applicants.findAll(
                        Stream.concat(
                                        Stream.of(application.filing().applicant()),
                                        partners.stream())
                                .toList());
        Optional.ofNullable(known.get(application.filing().applicant()))
                .ifPresent(found -> facts.add(fact("applicant", words.in(found.name()), words)));
        partners.stream()
                .flatMap(each -> Optional.ofNullable(known.get(each)).stream())
                .forEach(found -> facts.add(fact("partner", words.in(found.name()), words)));
        calls.announced(application.filing().call())
                .map(GrantCall.Announced::terms)
                .ifPresent(terms -> facts.add(fact("call", words.in(terms.title()), words)));
        if (application.proposal().purpose() != null) {
            facts.add(fact("purpose", application.proposal().purpose(), words));
        }
        facts.add(fact("requested", words.sum(application.proposal().requested()), words));
        return facts;
    }

    private static DecisionDocument.Fact fact(String key, String value, Words words) {
        return new DecisionDocument.Fact(words.text(key), value);
    }

    private static String title(DecisionMaker maker, Words words) {
        if (maker.title() != null) {
            return maker.title();
        }
        return words.text(
                switch (maker.kind()) {
                    case OFFICIAL -> "maker.official";
                    case BOARD -> "maker.board";
                });
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
