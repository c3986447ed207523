package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.attachment.Attachments;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.consortium.Partners;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.grants.eligibility.Circumstances;
import fi.kumppani.grants.eligibility.EligibilityRules;
import fi.kumppani.grants.eligibility.Judgement;
import fi.kumppani.grants.interest.Matter;
import fi.kumppani.grants.ledger.Claim;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.Operation;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.grants.ledger.Reservation;
import fi.kumppani.kit.money.Euros;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
            case Transferred _ -> "transferred";
            case Deciding _ -> "deciding";
            case Decided decided -> decided.outcome().code();
            case Revising revising -> revising.standing().outcome().code();
        };
    }

    /** That it arrived; empty for one that was not handed in. */
    default Optional<Receipt> arrived() {
        return switch (this) {
            case Draft _ -> Optional.empty();
            case Submitted submitted -> Optional.of(submitted.receipt());
            case Supplementing waiting -> Optional.of(waiting.receipt());
            case Withdrawn withdrawn -> Optional.of(withdrawn.receipt());
            case Transferred transferred -> Optional.of(transferred.receipt());
            case Deciding deciding -> Optional.of(deciding.receipt());
            case Decided decided -> Optional.of(decided.receipt());
            case Revising revising -> Optional.of(revising.receipt());
        };
    }

    /** Its number in the diary; empty for one that was not handed in. */
    default Optional<DiaryNumber> number() {
        return arrived().map(Receipt::number);
    }

    /** The same as decided; empty until it is. */
    default Optional<Decided> decided() {
        return switch (this) {
            case Decided decided -> Optional.of(decided);
            case Revising revising -> Optional.of(revising.standing());
            case Draft _, Submitted _, Supplementing _, Withdrawn _, Transferred _, Deciding _ ->
                    Optional.empty();
        };
    }

    /** What those who handle and decide it must be impartial in. */
    default Matter matter() {
        return new Matter(filing().id().value(), proposal().partners().and(filing().applicant()));
    }

    /** An application its applicant is still writing. */
    record Draft(Filing filing, Proposal proposal) implements GrantApplication {

        /**
         * The same draft with another proposal; what is answered and attached, and who applies
         * together, stays.
         */
        public Draft with(Proposal next) {
            return new Draft(
                    filing,
                    next.filled(proposal.form())
                            .attaching(proposal.attachments())
                            .together(proposal.partners()));
        }

        /** The same draft with these files. */
        public Draft attaching(Attachments next) {
            return new Draft(filing, proposal.attaching(next));
        }

        /** The same draft that declares this support as well. */
        public Draft declaring(List<OtherGrant> others) {
            return new Draft(filing, proposal.declaring(others));
        }

        /** The same draft with these partners. */
        public Draft together(Partners partners) {
            return new Draft(filing, proposal.together(partners));
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

        /** Moves it under another call, where it is to go on. */
        public Transferred transfer(Transfer transfer) {
            return new Transferred(filing, proposal, receipt, transfer, false);
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
                case Verdict.Grant grant when !CostLimits.areKept(grant, proposal, call) ->
                        new Deliberation.Refused(Refusal.OVER_COSTS);
                case Verdict.Grant _ ->
                        new Deliberation.Begun(
                                new Deciding(
                                        filing,
                                        proposal,
                                        receipt,
                                        new Decision(id, request.under(call))));
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
     * An application that goes on under another call, as another application.
     *
     * @param transfer where it goes on
     * @param done whether the other one is there, and the others know
     */
    record Transferred(
            Filing filing, Proposal proposal, Receipt receipt, Transfer transfer, boolean done)
            implements GrantApplication {

        /** The same once the other application is there. */
        public Transferred finished() {
            return new Transferred(filing, proposal, receipt, transfer, true);
        }
    }

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

        /** Back where it was, because the limit of de minimis aid does not let it go on. */
        public Submitted back() {
            return new Submitted(filing, proposal, receipt);
        }

        /** Goes where the ledger's answer leads: on, or back. */
        public GrantApplication settle(Reservation answer) {
            if (!answer.claim().equals(claim())) {
                throw new IllegalArgumentException("The answer is to another claim");
            }
            return switch (answer) {
                case Reservation.Open _, Reservation.Granted _ ->
                        new Decided(filing, proposal, receipt, decision);
                case Reservation.Exceeded _ -> back();
            };
        }
    }

    /**
     * An application that has its decision.
     *
     * @param decision the one in force
     * @param earlier those it took the place of, the oldest first
     */
    record Decided(
            Filing filing,
            Proposal proposal,
            Receipt receipt,
            Decision decision,
            List<Decision> earlier)
            implements GrantApplication {

        /** Copies the list. */
        public Decided {
            earlier = List.copyOf(earlier);
        }

        /** An application with its first decision. */
        public Decided(Filing filing, Proposal proposal, Receipt receipt, Decision decision) {
            this(filing, proposal, receipt, decision, List.of());
        }

        /** How it ended. */
        public Outcome outcome() {
            return decision.outcome(proposal.requested());
        }

        /** Which of its decisions is in force, 1 for the first. */
        public int decisionNumber() {
            return earlier.size() + 1;
        }

        /** Its first decision, which may be in force. */
        public Decision first() {
            return earlier.isEmpty() ? decision : earlier.getFirst();
        }

        /** Whether this is one of its decisions. */
        public boolean has(DecisionId id) {
            return decision.id().equals(id)
                    || earlier.stream().anyMatch(each -> each.id().equals(id));
        }

        /** Begins to replace the decision; only money that moves needs the ledger. */
        public Revision revise(Decision next, CallTerms call) {
            if (filing.imported()) {
                return new Revision.Refused(Refusal.IMPORTED);
            }
            if (next.granted().exceeds(proposal.requested())) {
                return new Revision.Refused(Refusal.OVER_REQUESTED);
            }
            if (next.granted().exceeds(call.capPerApplication())) {
                return new Revision.Refused(Refusal.OVER_CAP);
            }
            if (!CostLimits.areKept(next.request().verdict(), proposal, call)) {
                return new Revision.Refused(Refusal.OVER_COSTS);
            }
            return next.granted().equals(decision.granted()) && next.aid().equals(decision.aid())
                    ? new Revision.Made(replacedBy(next))
                    : new Revision.Begun(
                            new Revising(filing, proposal, receipt, decision, earlier, next));
        }

        private Decided replacedBy(Decision next) {
            return new Decided(
                    filing,
                    proposal,
                    receipt,
                    next,
                    Stream.concat(earlier.stream(), Stream.of(decision)).toList());
        }
    }

    /**
     * An application whose decision is to be replaced, and which waits for the ledger's answer for
     * the difference.
     *
     * @param decision the one in force until then
     * @param earlier those it took the place of
     * @param next what is to be decided
     */
    record Revising(
            Filing filing,
            Proposal proposal,
            Receipt receipt,
            Decision decision,
            List<Decision> earlier,
            Decision next)
            implements GrantApplication {

        /** Copies the list. */
        public Revising {
            earlier = List.copyOf(earlier);
        }

        /** The application as it was, and is until the ledger answers. */
        public Decided standing() {
            return new Decided(filing, proposal, receipt, decision, earlier);
        }

        /** What more it wants of the ledger; empty when it gives back. */
        public Optional<Claim> more() {
            return next.granted().exceeds(decision.granted())
                    ? Optional.of(
                            new Claim(
                                    next.id(),
                                    filing.id().value(),
                                    next.granted().minus(decision.granted())))
                    : Optional.empty();
        }

        /** How much more of it is de minimis aid than before; zero when it is less. */
        public Euros moreAid() {
            return next.aid().exceeds(decision.aid())
                    ? next.aid().minus(decision.aid())
                    : Euros.ZERO;
        }

        /** How much less of it is de minimis aid than before; zero when it is more. */
        public Euros lessAid() {
            return decision.aid().exceeds(next.aid())
                    ? decision.aid().minus(next.aid())
                    : Euros.ZERO;
        }

        /** What it gives back to the ledger; empty when it wants more. */
        public Optional<Operation> less() {
            return decision.granted().exceeds(next.granted())
                    ? Optional.of(
                            new Operation(
                                    LedgerEntry.Kind.RELEASED,
                                    OperationId.of(next.id()),
                                    filing.id().value(),
                                    decision.granted().minus(next.granted())))
                    : Optional.empty();
        }

        /** Goes where the ledger's answer leads: on, or back. */
        public Decided settle(boolean moved) {
            return moved ? standing().replacedBy(next) : standing();
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

    /** What came of deciding anew. */
    sealed interface Revision {

        /** Money moves, so the ledger is to be asked. */
        record Begun(Revising application) implements Revision {}

        /** No money moves and it is done. */
        record Made(Decided application) implements Revision {}

        /** It stays as it is. */
        record Refused(Refusal reason) implements Revision {}
    }
}
