package fi.kumppani.grants.casemanagement;

import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.grants.grantapplication.Trial;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.kit.store.Insertion;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Opens cases and hands proposals over. The same step again changes nothing, and one that comes
 * after a later step is answered as done.
 */
@Service
public class ExchangeCase {

    private final CaseFiles cases;
    private final GrantCalls calls;
    private final Clock clock;

    ExchangeCase(CaseFiles cases, GrantCalls calls, Clock clock) {
        this.cases = cases;
        this.calls = calls;
        this.clock = clock;
    }

    /** Takes down under which number the case-management system opened a case. */
    public Result open(GrantApplication application, String caseNumber) {
        return switch (application) {
            case GrantApplication.Draft _ -> refused(CaseRefusal.NOT_SUBMITTED);
            case GrantApplication.Withdrawn _ -> refused(CaseRefusal.WITHDRAWN);
            case GrantApplication.Transferred _ -> refused(CaseRefusal.TRANSFERRED);
            case GrantApplication.Submitted _,
                    GrantApplication.Supplementing _,
                    GrantApplication.Deciding _,
                    GrantApplication.Decided _,
                    GrantApplication.Revising _ ->
                    keep(CaseFile.Opened.of(application.filing().id(), caseNumber, now()));
        };
    }

    private Result keep(CaseFile.Opened opened) {
        return switch (cases.open(opened)) {
            case Insertion.Inserted<CaseFile> _ -> new Result.Done();
            case Insertion.Repeated<CaseFile>(var stored) ->
                    stored.body().head().caseNumber().equals(opened.head().caseNumber())
                            ? new Result.Done()
                            : refused(CaseRefusal.OPENED_OTHERWISE);
            case Insertion.Taken<CaseFile> _ -> refused(CaseRefusal.CASE_NUMBER_TAKEN);
            case Insertion.KeyReused<CaseFile> _ ->
                    throw new IllegalStateException("A case has no request");
        };
    }

    /**
     * Proposes what to decide, anew until the case-management system has taken it.
     *
     * @param by who proposes, as the identity provider's opaque {@code sub}; that they are
     *     impartial has been checked
     * @param seen the version the caller has seen
     */
    public Result propose(GrantApplication application, Verdict verdict, String by, long seen) {
        CallTerms terms = calls.terms(application.filing().call());
        Instant now = now();
        Optional<Refusal> obstacle = Trial.obstacle(application, verdict, terms, now);
        return cases.change(
                        application.filing().id(),
                        OptionalLong.of(seen),
                        file ->
                                switch (file) {
                                    case CaseFile.Sent _ -> stay(CaseRefusal.PROPOSAL_SENT);
                                    case CaseFile.Deciding _, CaseFile.Decided _ ->
                                            stay(CaseRefusal.ALREADY_DECIDED);
                                    case CaseFile _ when obstacle.isPresent() ->
                                            CaseFiles.Step.<Result>stay(
                                                    new Result.NotDecidable(obstacle.get()));
                                    case CaseFile.Opened opened ->
                                            to(opened.propose(verdict, by, now));
                                    case CaseFile.Proposed proposed ->
                                            to(proposed.propose(verdict, by, now));
                                })
                .orElseGet(() -> refused(CaseRefusal.CASE_NOT_OPENED));
    }

    /**
     * Takes down that the case-management system has a proposal.
     *
     * @param number which one
     */
    public Result take(ApplicationId application, int number) {
        return move(
                application,
                file ->
                        switch (file) {
                            case CaseFile.Opened opened ->
                                    stay(
                                            opened.head().proposals() == 0
                                                    ? CaseRefusal.NOTHING_PROPOSED
                                                    : CaseRefusal.PROPOSAL_OUTDATED);
                            case CaseFile _ when file.head().proposals() != number ->
                                    stay(CaseRefusal.PROPOSAL_OUTDATED);
                            case CaseFile.Proposed proposed -> to(proposed.take());
                            case CaseFile.Sent _, CaseFile.Deciding _, CaseFile.Decided _ -> done();
                        });
    }

    /**
     * Takes down that the case-management system gave a proposal back to be prepared anew.
     *
     * @param number which one
     */
    public Result giveBack(ApplicationId application, int number) {
        return move(
                application,
                file ->
                        switch (file) {
                            case CaseFile _ when file.head().proposals() > number && number > 0 ->
                                    done();
                            case CaseFile _ when file.head().proposals() != number || number < 1 ->
                                    stay(CaseRefusal.PROPOSAL_OUTDATED);
                            case CaseFile.Opened _ -> done();
                            case CaseFile.Proposed proposed -> to(proposed.take().giveBack());
                            case CaseFile.Sent sent -> to(sent.giveBack());
                            case CaseFile.Deciding _, CaseFile.Decided _ ->
                                    stay(CaseRefusal.ALREADY_DECIDED);
                        });
    }

    private Result move(
            ApplicationId application, Function<CaseFile, CaseFiles.Step<Result>> decide) {
        return cases.change(application, OptionalLong.empty(), decide)
                .orElseGet(() -> refused(CaseRefusal.CASE_NOT_OPENED));
    }

    private static CaseFiles.Step<Result> to(CaseFile next) {
        return CaseFiles.Step.to(next, new Result.Done());
    }

    private static CaseFiles.Step<Result> done() {
        return CaseFiles.Step.stay(new Result.Done());
    }

    private static CaseFiles.Step<Result> stay(CaseRefusal reason) {
        return CaseFiles.Step.stay(refused(reason));
    }

    private static Result refused(CaseRefusal reason) {
        return new Result.Refused(reason);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is so. */
        record Done() implements Result {}

        /** It stays as it was. */
        record Refused(CaseRefusal reason) implements Result {}

        /** The application could not be decided as proposed. */
        record NotDecidable(Refusal reason) implements Result {}
    }
}
