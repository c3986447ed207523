package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.attachment.Attachments;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.grants.eligibility.Circumstances;
import fi.kumppani.grants.eligibility.EligibilityRules;
import fi.kumppani.grants.eligibility.Judgement;
import fi.kumppani.grants.interest.Matter;
import fi.kumppani.grants.ledger.Claim;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.Reservation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One request for funding (avustushakemus). Each state offers only the moves that are legal in it.
 */
public sealed interface GrantApplication {

    /** What stays the same about it. */
    Filing filing();

    /** What is asked for. */
    Proposal proposal();

    /** Where it stands, as people outside write it. */
    default String status() {
        return switch (this) {
            case Draft _ -> "draft";
            case Submitted _ -> "submitted";
            case Supplementing _ -> "supplementing";
            case Withdrawn _ -> "withdrawn";
            case Deciding _ -> "deciding";
            case Decided decided -> decided.outcome().code();
        };
    }

    /** Its number in the diary; empty for one that was not handed in. */
    default Optional<DiaryNumber> number() {
        return switch (this) {
            case Draft _ -> Optional.empty();
            case Submitted submitted -> Optional.of(submitted.receipt().number());
            case Supplementing waiting -> Optional.of(waiting.receipt().number());
            case Withdrawn withdrawn -> Optional.of(withdrawn.receipt().number());
            case Deciding deciding -> Optional.of(deciding.receipt().number());
            case Decided decided -> Optional.of(decided.receipt().number());
        };
    }

    /** The same as decided; empty until it is. */
    default Optional<Decided> decided() {
        return this instanceof Decided decided ? Optional.of(decided) : Optional.empty();
    }

    /** What those who handle and decide it must be impartial in. */
    default Matter matter() {
        return new Matter(filing().id().value(), Set.of(filing().applicant()));
    }

    /** An application its applicant is still writing. */
    record Draft(Filing filing, Proposal proposal) implements GrantApplication {

        /** The same draft with another proposal; what is answered and attached stays. */
        public Draft with(Proposal next) {
            return new Draft(
                    filing, next.filled(proposal.form()).attaching(proposal.attachments()));
        }

        /** The same draft with these files. */
        public Draft attaching(Attachments next) {
            return new Draft(filing, proposal.attaching(next));
        }

        /** The same draft with these answers. */
        public Draft filled(FilledForm form) {
            return new Draft(filing, proposal.filled(form));
        }

        /** Whether it could be handed in as things stand. */
        public Eligibility eligibility(CallTerms call, Circumstances circumstances) {
            return Judgement.firstObstacle(
                            EligibilityRules.judge(call, proposal.plan(), circumstances))
                    .<Eligibility>map(reason -> new Eligibility.Ineligible(Refusal.because(reason)))
                    .orElseGet(() -> new Eligibility.Eligible(this, circumstances.now()));
        }
    }

    /** An application that arrived in time. */
    record Submitted(Filing filing, Proposal proposal, Receipt receipt)
            implements GrantApplication {

        /** Gives it back to its applicant to be completed. */
        public Supplementing ask(Supplement supplement) {
            return new Supplementing(filing, proposal, receipt, supplement);
        }

        /** Takes it back. */
        public Withdrawn withdraw(Instant now) {
            return new Withdrawn(filing, proposal, receipt, now);
        }

        /**
         * Begins to decide.
         *
         * @param id of this attempt and no other
         */
        public Deliberation decide(DecisionId id, DecisionRequest request, CallTerms call) {
            return switch (request.verdict()) {
                case Verdict.Refuse _, Verdict.NotExamine _ ->
                        new Deliberation.Made(
                                new Decided(filing, proposal, receipt, new Decision(id, request)));
                case Verdict.Grant grant when grant.amount().exceeds(proposal.requested()) ->
                        new Deliberation.Refused(Refusal.OVER_REQUESTED);
                case Verdict.Grant grant when grant.amount().exceeds(call.capPerApplication()) ->
                        new Deliberation.Refused(Refusal.OVER_CAP);
                case Verdict.Grant _ ->
                        new Deliberation.Begun(
                                new Deciding(filing, proposal, receipt, new Decision(id, request)));
            };
        }
    }

    /**
     * An application that its applicant is to complete (täydennettävänä).
     *
     * @param supplement what is asked for, and until when
     */
    record Supplementing(Filing filing, Proposal proposal, Receipt receipt, Supplement supplement)
            implements GrantApplication {

        /** The same with these answers. */
        public Supplementing filled(FilledForm form) {
            return new Supplementing(filing, proposal.filled(form), receipt, supplement);
        }

        /** The same with these files. */
        public Supplementing attaching(Attachments next) {
            return new Supplementing(filing, proposal.attaching(next), receipt, supplement);
        }

        /** Handled again, with what it then says; its receipt stays the first one. */
        public Submitted handle() {
            return new Submitted(filing, proposal, receipt);
        }
    }

    /**
     * An application that its applicant took back (peruttu).
     *
     * @param at when
     */
    record Withdrawn(Filing filing, Proposal proposal, Receipt receipt, Instant at)
            implements GrantApplication {}

    /**
     * An application that waits for the ledger's answer, by which alone it goes on.
     *
     * @param decision what is to be decided
     */
    record Deciding(Filing filing, Proposal proposal, Receipt receipt, Decision decision)
            implements GrantApplication {

        /** What it wants of the ledger. */
        public Claim claim() {
            return new Claim(decision.id(), filing.id().value(), decision.granted());
        }

        /** Goes where the ledger's answer leads: on, or back. */
        public GrantApplication settle(Reservation answer) {
            if (!answer.claim().equals(claim())) {
                throw new IllegalArgumentException("The answer is to another claim");
            }
            return switch (answer) {
                case Reservation.Open _, Reservation.Granted _ ->
                        new Decided(filing, proposal, receipt, decision);
                case Reservation.Exceeded _ -> new Submitted(filing, proposal, receipt);
            };
        }
    }

    /** An application that has its decision. */
    record Decided(Filing filing, Proposal proposal, Receipt receipt, Decision decision)
            implements GrantApplication {

        /** How it ended. */
        public Outcome outcome() {
            return decision.outcome(proposal.requested());
        }
    }

    /** Whether a draft could be handed in. */
    sealed interface Eligibility {

        /**
         * It could.
         *
         * @param draft the draft
         * @param at when it arrived
         */
        record Eligible(Draft draft, Instant at) implements Eligibility {

            /** Hands it in under its number. */
            public Submitted submit(DiaryNumber number) {
                return new Submitted(draft.filing(), draft.proposal(), new Receipt(number, at));
            }
        }

        /** It could not. */
        record Ineligible(Refusal reason) implements Eligibility {}
    }

    /** What came of deciding. */
    sealed interface Deliberation {

        /** It needs money, so the ledger is to be asked. */
        record Begun(Deciding application) implements Deliberation {}

        /** It needs no money and is done. */
        record Made(Decided application) implements Deliberation {}

        /** It stays as it is. */
        record Refused(Refusal reason) implements Deliberation {}
    }
}
