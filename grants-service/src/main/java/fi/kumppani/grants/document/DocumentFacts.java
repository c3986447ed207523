package fi.kumppani.grants.document;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.GrantApplication;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The facts that stand at the head of every document: who decided and when, of whom, of which call.
 */
@Service
class DocumentFacts {

    private final GrantCalls calls;
    private final Applicants applicants;

    DocumentFacts(GrantCalls calls, Applicants applicants) {
        this.calls = calls;
        this.applicants = applicants;
    }

    /** Who decided, in which section, and on which day. */
    static List<DecisionDocument.Fact> made(DecisionMaker maker, LocalDate decidedOn, Words words) {
        List<DecisionDocument.Fact> facts = new ArrayList<>();
        facts.add(words.fact("maker", title(maker, words)));
        if (maker.section() != null) {
            facts.add(words.fact("section", maker.section()));
        }
        facts.add(words.fact("decided-on", words.day(decidedOn)));
        return facts;
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

    /** Who applied, and to which call. */
    List<DecisionDocument.Fact> of(GrantApplication application, Words words) {
        List<DecisionDocument.Fact> facts = new ArrayList<>();
        List<AssociationId> partners = application.proposal().partners().ids();
        Map<AssociationId, Applicant> known =
                applicants.findAll(
                        Stream.concat(
                                        Stream.of(application.filing().applicant()),
                                        partners.stream())
                                .toList());
        Optional.ofNullable(known.get(application.filing().applicant()))
                .ifPresent(found -> facts.add(words.fact("applicant", words.in(found.name()))));
        partners.stream()
                .flatMap(each -> Optional.ofNullable(known.get(each)).stream())
                .forEach(found -> facts.add(words.fact("partner", words.in(found.name()))));
        calls.announced(application.filing().call())
                .map(GrantCall.Announced::terms)
                .ifPresent(terms -> facts.add(words.fact("call", words.in(terms.title()))));
        return facts;
    }
}
