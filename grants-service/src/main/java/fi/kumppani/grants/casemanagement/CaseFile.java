package fi.kumppani.grants.casemanagement;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.Verdict;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The case (asia) that the case-management system has opened for an application, as far as the two
 * systems have come with it. Each state offers only the moves that are legal in it.
 */
public sealed interface CaseFile {

    /** What every state knows. */
    Head head();

    /** Where it stands, as programs write it. */
    default String status() {
        return switch (this) {
            case Opened _ -> "opened";
            case Proposed _ -> "proposed";
            case Sent _ -> "sent";
            case Deciding _ -> "deciding";
            case Decided _ -> "decided";
        };
    }

    /**
     * What every state knows.
     *
     * @param caseNumber the number (diaarinumero) that the case-management system gave
     * @param proposals how many proposals were made so far
     * @param refused the last decision that could not be carried out; null when none or when one
     *     came after it that could
     */
    record Head(
            ApplicationId application,
            String caseNumber,
            Instant openedAt,
            int proposals,
            @Nullable RefusedDecision refused) {

        private Head proposing() {
            return new Head(application, caseNumber, openedAt, proposals + 1, null);
        }

        private Head refusing(@Nullable RefusedDecision next) {
            return new Head(application, caseNumber, openedAt, proposals, next);
        }
    }

    /**
     * What an officer proposes to whoever decides.
     *
     * @param number from 1, within the case
     * @param by who proposes it, as the identity provider's opaque {@code sub}
     */
    record CaseProposal(int number, Verdict verdict, String by, Instant at) {}

    /**
     * That a decision came that could not be carried out.
     *
     * @param reason the code of why
     */
    record RefusedDecision(String reason, Instant at) {}

    /** It has its number; nothing is proposed, or what was has come back. */
    record Opened(Head head) implements CaseFile {

        /** A new one. */
        static Opened of(ApplicationId application, String caseNumber, Instant now) {
            return new Opened(new Head(application, caseNumber, now, 0, null));
        }

        /** Proposes. */
        Proposed propose(Verdict verdict, String by, Instant now) {
            return new Proposed(
                    head.proposing(), new CaseProposal(head.proposals() + 1, verdict, by, now));
        }
    }

    /** A proposal waits for the case-management system. */
    record Proposed(Head head, CaseProposal proposal) implements CaseFile {

        /** Proposes otherwise. */
        Proposed propose(Verdict verdict, String by, Instant now) {
            return new Opened(head).propose(verdict, by, now);
        }

        /** The case-management system has the proposal. */
        Sent take() {
            return new Sent(head, proposal);
        }
    }

    /** The case-management system has the proposal; it cannot be changed any more. */
    record Sent(Head head, CaseProposal proposal) implements CaseFile {

        /** It was given back to be prepared anew (palautettu valmisteltavaksi). */
        Opened giveBack() {
            return new Opened(head);
        }

        /** A decision came. */
        Deciding decide(DecisionRequest request) {
            return new Deciding(head, proposal, request);
        }
    }

    /**
     * A decision came and is being carried out.
     *
     * @param request what was decided, by whom
     */
    record Deciding(Head head, CaseProposal proposal, DecisionRequest request) implements CaseFile {

        /** It is carried out. */
        Decided carriedOut() {
            return new Decided(head.refusing(null), proposal, request);
        }

        /** It could not be carried out, and another may come. */
        Sent refuse(String reason, Instant now) {
            return new Sent(head.refusing(new RefusedDecision(reason, now)), proposal);
        }
    }

    /** The application has its decision by this case. */
    record Decided(Head head, CaseProposal proposal, DecisionRequest request) implements CaseFile {}
}
