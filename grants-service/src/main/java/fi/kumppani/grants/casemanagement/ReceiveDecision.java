package fi.kumppani.grants.casemanagement;

import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.DecideGrantApplication;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.grantapplication.PowersToDecide;
import fi.kumppani.kit.store.ContentionException;

import org.springframework.stereotype.Service;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes a decision in from the case-management system and carries it out by the same rules as one
 * made here. A program has no role, so whoever decided needs a recorded power: where none is
 * recorded, nothing is decided this way.
 */
@Service
public class ReceiveDecision {

    private static final int MOST_ROUNDS = 20;

    private final CaseFiles cases;
    private final CarryOutCase carryOutCase;
    private final GrantCalls calls;
    private final PowersToDecide powers;

    ReceiveDecision(
            CaseFiles cases, CarryOutCase carryOutCase, GrantCalls calls, PowersToDecide powers) {
        this.cases = cases;
        this.carryOutCase = carryOutCase;
        this.calls = calls;
        this.powers = powers;
    }

    /**
     * Takes a decision in. The same request again is answered the same, unless it could not be
     * carried out the first time: then it is tried anew.
     *
     * @param proposal the number of the proposal it was made on
     */
    public Result receive(GrantApplication application, int proposal, DecisionRequest asked) {
        Optional<PowerLack> lack =
                powers.lackOfNamed(
                        asked.maker(),
                        asked.decidedBy(),
                        calls.terms(application.filing().call()).scheme().kind(),
                        asked.verdict().amount(),
                        asked.decidedOn());
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Begun begun =
                    cases.change(
                                    application.filing().id(),
                                    OptionalLong.empty(),
                                    file -> begin(file, proposal, asked, lack))
                            .orElseGet(() -> answered(CaseRefusal.CASE_NOT_OPENED));
            switch (begun) {
                case Begun.Answered(var result) -> {
                    return result;
                }
                case Begun.UnderWay(var deciding) -> {
                    DecideGrantApplication.Result result = carryOutCase.carryOut(deciding);
                    if (deciding.request().request().equals(asked.request())) {
                        return new Result.CarriedOut(result);
                    }
                }
            }
        }
        throw new ContentionException();
    }

    private static CaseFiles.Step<Begun> begin(
            CaseFile file, int proposal, DecisionRequest asked, Optional<PowerLack> lack) {
        return switch (file) {
            case CaseFile.Decided decided -> CaseFiles.Step.stay(again(decided, asked));
            case CaseFile.Deciding other -> CaseFiles.Step.stay(new Begun.UnderWay(other));
            case CaseFile.Opened opened ->
                    CaseFiles.Step.stay(
                            answered(
                                    opened.head().proposals() == 0
                                            ? CaseRefusal.NOTHING_PROPOSED
                                            : CaseRefusal.PROPOSAL_OUTDATED));
            case CaseFile _ when file.head().proposals() != proposal ->
                    CaseFiles.Step.stay(answered(CaseRefusal.PROPOSAL_OUTDATED));
            case CaseFile _ when lack.isPresent() ->
                    CaseFiles.Step.stay(new Begun.Answered(new Result.Powerless(lack.get())));
            case CaseFile.Proposed proposed -> under(proposed.take().decide(asked));
            case CaseFile.Sent sent -> under(sent.decide(asked));
        };
    }

    private static CaseFiles.Step<Begun> under(CaseFile.Deciding deciding) {
        return CaseFiles.Step.to(deciding, new Begun.UnderWay(deciding));
    }

    private static Begun again(CaseFile.Decided decided, DecisionRequest asked) {
        var made = decided.request().request();
        if (!made.key().equals(asked.request().key())) {
            return answered(CaseRefusal.ALREADY_DECIDED);
        }
        return new Begun.Answered(
                made.equals(asked.request()) ? new Result.Again() : new Result.KeyReused());
    }

    private static Begun answered(CaseRefusal reason) {
        return new Begun.Answered(new Result.Refused(reason));
    }

    /** What came of it. */
    public sealed interface Result {

        /** What the decision came to. */
        record CarriedOut(DecideGrantApplication.Result result) implements Result {}

        /** It was carried out before. */
        record Again() implements Result {}

        /** The case does not take it. */
        record Refused(CaseRefusal reason) implements Result {}

        /** Who decided had no recorded power to. */
        record Powerless(PowerLack why) implements Result {}

        /** The request's key was used before with other content. */
        record KeyReused() implements Result {}
    }

    private sealed interface Begun {

        record Answered(Result result) implements Begun {}

        record UnderWay(CaseFile.Deciding deciding) implements Begun {}
    }
}
