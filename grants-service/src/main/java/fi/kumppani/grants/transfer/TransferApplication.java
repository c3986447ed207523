package fi.kumppani.grants.transfer;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.form.AnswerCheck;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.CheckWhole;
import fi.kumppani.grants.grantapplication.EnterYears;
import fi.kumppani.grants.grantapplication.FinishDecision;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.Move;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.grants.grantapplication.Supplement;
import fi.kumppani.grants.grantapplication.Transfer;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An officer moves an application that waits under another call. Whether that call could take it is
 * asked as of the moment when it arrived, so nobody comes too late by arriving in the wrong place,
 * and nobody is let in late.
 */
@Service
public class TransferApplication {

    private final GrantApplications applications;
    private final FinishDecision finishDecision;
    private final FinishTransfer finishTransfer;
    private final GrantCalls calls;
    private final Applicants applicants;
    private final EnterYears enterYears;
    private final CheckWhole checkWhole;
    private final Ids ids;
    private final Clock clock;

    TransferApplication(
            GrantApplications applications,
            FinishDecision finishDecision,
            FinishTransfer finishTransfer,
            GrantCalls calls,
            Applicants applicants,
            EnterYears enterYears,
            CheckWhole checkWhole,
            Ids ids,
            Clock clock) {
        this.applications = applications;
        this.finishDecision = finishDecision;
        this.finishTransfer = finishTransfer;
        this.calls = calls;
        this.applicants = applicants;
        this.enterYears = enterYears;
        this.checkWhole = checkWhole;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Moves it; moved once, it stays so, and is told where it went whatever is asked.
     *
     * @param to the call it goes on under
     * @param supplement what its applicant is to complete there, if anything is missing for it
     * @param expected the version the officer has seen
     * @return empty when there is no such application
     */
    public Optional<Result> transfer(
            ApplicationId id, CallId to, @Nullable Supplement supplement, long expected) {
        return finishDecision
                .load(id)
                .map(Stored::body)
                .map(
                        found ->
                                switch (found) {
                                    case GrantApplication.Transferred moved -> done(moved);
                                    case GrantApplication.Submitted submitted ->
                                            transfer(submitted, to, supplement, expected);
                                    case GrantApplication.Supplementing waiting ->
                                            waiting.supplement().isOver(clock.instant())
                                                    ? transfer(
                                                            waiting.handle(),
                                                            to,
                                                            supplement,
                                                            expected)
                                                    : refused(Refusal.BEING_SUPPLEMENTED);
                                    case GrantApplication.Draft _ -> refused(Refusal.NOT_SUBMITTED);
                                    case GrantApplication.Withdrawn _ -> refused(Refusal.WITHDRAWN);
                                    case GrantApplication.Deciding _,
                                            GrantApplication.Decided _,
                                            GrantApplication.Revising _ ->
                                            refused(Refusal.ALREADY_DECIDED);
                                });
    }

    private Result transfer(
            GrantApplication.Submitted submitted,
            CallId to,
            @Nullable Supplement supplement,
            long expected) {
        if (submitted.filing().call().equals(to)) {
            return refused(Refusal.SAME_CALL);
        }
        Optional<CallTerms> terms =
                calls.announced(to)
                        .filter(call -> !call.isImported())
                        .map(GrantCall.Announced::terms);
        Optional<Applicant> applicant = applicants.find(submitted.filing().applicant());
        if (terms.isEmpty()) {
            return new Result.CallUnknown();
        }
        if (applicant.isEmpty()) {
            return refused(Refusal.ASSOCIATION_UNKNOWN);
        }
        var transfer = new Transfer(new ApplicationId(ids.next()), to, supplement);
        GrantApplication.Draft next =
                finishTransfer.draft(submitted, transfer, terms.get(), applicant.get());
        List<AnswerCheck.Fault> faults = checkWhole.faults(next, terms.get());
        if (!faults.isEmpty() && supplement == null) {
            return new Result.Incomplete(faults);
        }
        return switch (enter(next, terms.get(), submitted)) {
            case GrantApplication.Eligibility.Ineligible(var reason) -> refused(reason);
            case GrantApplication.Eligibility.Eligible _ -> begin(submitted, transfer, expected);
        };
    }

    private GrantApplication.Eligibility enter(
            GrantApplication.Draft next, CallTerms terms, GrantApplication.Submitted before) {
        return enterYears.enter(
                next,
                terms,
                Set.of(before.filing().id().value()),
                before.receipt().at(),
                UnaryOperator.identity());
    }

    private Result begin(GrantApplication.Submitted submitted, Transfer transfer, long expected) {
        return applications
                .change(
                        submitted.filing().id(),
                        OptionalLong.of(expected),
                        stored ->
                                stored.body() instanceof GrantApplication.Transferred moved
                                        ? Move.stay(moved)
                                        : keep(submitted.transfer(transfer)))
                .map(this::done)
                .orElseThrow(() -> new IllegalStateException("An application went away"));
    }

    private static Move<GrantApplication.Transferred> keep(GrantApplication.Transferred moved) {
        return Move.keep(moved, moved);
    }

    private Result done(GrantApplication.Transferred moved) {
        finishTransfer.finish(moved);
        return new Result.Done(moved.transfer());
    }

    private static Result refused(Refusal reason) {
        return new Result.Refused(reason);
    }

    /** What came of it. */
    public sealed interface Result {

        /** It goes on there, now or from before. */
        record Done(Transfer transfer) implements Result {}

        /** There is no such call, or none that takes applications. */
        record CallUnknown() implements Result {}

        /** It stays where it is. */
        record Refused(Refusal reason) implements Result {}

        /** It stays where it is, because its applicant would have to complete this there. */
        record Incomplete(List<AnswerCheck.Fault> missing) implements Result {}
    }
}
