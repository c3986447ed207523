package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.form.AnswerCheck;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An officer asks an applicant to complete what was handed in, and the applicant does, in time
 * (hallintolaki 434/2003, 22 §). What is not completed in time is handled as it is.
 */
@Service
public class SupplementGrantApplication {

    private final GrantApplications applications;
    private final GrantCalls calls;
    private final FinishDecision finishDecision;
    private final CheckWhole checkWhole;
    private final Clock clock;

    SupplementGrantApplication(
            GrantApplications applications,
            GrantCalls calls,
            FinishDecision finishDecision,
            CheckWhole checkWhole,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.finishDecision = finishDecision;
        this.checkWhole = checkWhole;
        this.clock = clock;
    }

    /**
     * Asks the applicant, or asks something else or until another day.
     *
     * @param expected the version the officer has seen
     * @return empty when there is no such application
     */
    public Optional<Result> ask(ApplicationId id, Supplement supplement, long expected) {
        return finishDecision
                .load(id)
                .flatMap(
                        _ ->
                                applications.change(
                                        id,
                                        OptionalLong.of(expected),
                                        stored -> ask(stored.body(), supplement)));
    }

    private static Move<Result> ask(GrantApplication application, Supplement supplement) {
        return switch (application) {
            case GrantApplication.Submitted submitted -> asked(submitted.ask(supplement));
            case GrantApplication.Supplementing waiting -> asked(waiting.handle().ask(supplement));
            case GrantApplication.Draft _ -> refused(Refusal.NOT_SUBMITTED);
            case GrantApplication.Withdrawn _ -> refused(Refusal.WITHDRAWN);
            case GrantApplication.Transferred _ -> refused(Refusal.TRANSFERRED);
            case GrantApplication.Deciding _,
                    GrantApplication.Decided _,
                    GrantApplication.Revising _ ->
                    refused(Refusal.ALREADY_DECIDED);
        };
    }

    private static Move<Result> asked(GrantApplication.Supplementing waiting) {
        return Move.tell(waiting, new Happening.SupplementAsked(waiting), new Result.Done());
    }

    /**
     * Hands the completed application in again; it keeps its place in the diary. Late is late by
     * the server's clock.
     *
     * @param expected the version the applicant has seen
     * @return empty when there is no such application
     */
    public Optional<Result> complete(ApplicationId id, long expected) {
        Instant now = clock.instant();
        return applications.change(
                id, OptionalLong.empty(), stored -> complete(stored, expected, now));
    }

    private Move<Result> complete(Stored<GrantApplication> stored, long expected, Instant now) {
        return switch (stored.body()) {
            case GrantApplication.Supplementing waiting -> {
                if (stored.version() != expected) {
                    throw new StaleVersionException();
                }
                yield complete(waiting, now);
            }
            case GrantApplication.Draft _ -> refused(Refusal.NOT_SUBMITTED);
            case GrantApplication.Withdrawn _ -> refused(Refusal.WITHDRAWN);
            case GrantApplication.Transferred _ -> refused(Refusal.TRANSFERRED);
            case GrantApplication.Submitted _ -> refused(Refusal.NO_SUPPLEMENT_ASKED);
            case GrantApplication.Deciding _,
                    GrantApplication.Decided _,
                    GrantApplication.Revising _ ->
                    refused(Refusal.ALREADY_DECIDED);
        };
    }

    private Move<Result> complete(GrantApplication.Supplementing waiting, Instant now) {
        if (waiting.supplement().isOver(now)) {
            return refused(Refusal.SUPPLEMENT_LATE);
        }
        List<AnswerCheck.Fault> faults =
                calls.announced(waiting.filing().call())
                        .map(GrantCall.Announced::terms)
                        .map(terms -> checkWhole.faults(waiting, terms))
                        .orElse(List.of());
        if (!faults.isEmpty()) {
            return Move.stay(new Result.Incomplete(faults));
        }
        GrantApplication.Submitted submitted = waiting.handle();
        return Move.tell(submitted, new Happening.Supplemented(submitted), new Result.Done());
    }

    private static Move<Result> refused(Refusal reason) {
        return Move.stay(new Result.Refused(reason));
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is as asked. */
        record Done() implements Result {}

        /** It stays as it was, because of these answers. */
        record Incomplete(List<AnswerCheck.Fault> faults) implements Result {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Result {}
    }
}
