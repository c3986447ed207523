package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.diary.Arrival;
import fi.kumppani.grants.diary.Diaries;
import fi.kumppani.grants.diary.DiaryEntry;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The applicant hands a draft in. The diary is asked for a number first, under the application's
 * id: a crash in between leaves a number that the same application gets again when it is handed in
 * once more, so numbers are never doubled.
 */
@Service
public class SubmitGrantApplication {

    private final GrantApplications applications;
    private final GrantCalls calls;
    private final Applicants applicants;
    private final Ledgers ledgers;
    private final Diaries diaries;
    private final Clock clock;

    SubmitGrantApplication(
            GrantApplications applications,
            GrantCalls calls,
            Applicants applicants,
            Ledgers ledgers,
            Diaries diaries,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.applicants = applicants;
        this.ledgers = ledgers;
        this.diaries = diaries;
        this.clock = clock;
    }

    /**
     * Hands the draft in; once handed in it stays so.
     *
     * @param expected the version the applicant has seen
     * @return empty when there is no such application
     */
    public Optional<Result> submit(ApplicationId id, long expected) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return applications.find(id).map(found -> submit(found, expected, now));
    }

    private Result submit(Stored<GrantApplication> found, long expected, Instant now) {
        if (!(found.body() instanceof GrantApplication.Draft draft)) {
            return new Result.Submitted();
        }
        requireSeen(found, expected);
        CallTerms call =
                calls.announced(draft.filing().call())
                        .map(GrantCall.Announced::terms)
                        .orElseThrow(() -> new IllegalStateException("A draft without a call"));
        if (eligibility(draft, call, now)
                instanceof GrantApplication.Eligibility.Ineligible(var reason)) {
            return new Result.Refused(reason);
        }
        DiaryNumber number = numberFor(draft.filing());
        return applications
                .change(
                        draft.filing().id(),
                        OptionalLong.empty(),
                        stored -> submit(stored, expected, call, number, now))
                .orElseThrow(() -> new IllegalStateException("A draft went away"));
    }

    private Move<Result> submit(
            Stored<GrantApplication> stored,
            long expected,
            CallTerms call,
            DiaryNumber number,
            Instant now) {
        if (!(stored.body() instanceof GrantApplication.Draft draft)) {
            return Move.stay(new Result.Submitted());
        }
        requireSeen(stored, expected);
        return switch (eligibility(draft, call, now)) {
            case GrantApplication.Eligibility.Ineligible(var reason) ->
                    Move.stay(new Result.Refused(reason));
            case GrantApplication.Eligibility.Eligible eligible -> {
                GrantApplication.Submitted submitted = eligible.submit(number);
                yield Move.tell(
                        submitted, new Happening.Arrived(submitted), new Result.Submitted());
            }
        };
    }

    private static void requireSeen(Stored<GrantApplication> stored, long expected) {
        if (stored.version() != expected) {
            throw new StaleVersionException();
        }
    }

    private GrantApplication.Eligibility eligibility(
            GrantApplication.Draft draft, CallTerms call, Instant now) {
        return draft.eligibility(
                call,
                applicants.find(draft.filing().applicant()),
                moneyIsLeft(draft.filing().call()),
                now);
    }

    private boolean moneyIsLeft(CallId call) {
        return ledgers.find(new LedgerId(call.value()))
                .filter(ledger -> ledger.available().cents() > 0)
                .isPresent();
    }

    private DiaryNumber numberFor(Filing filing) {
        String id = filing.id().value();
        DiaryEntry entry =
                diaries.enter(filing.year(), List.of(new Arrival(id, filing.call().value(), id)))
                        .get(id);
        return Objects.requireNonNull(entry).number();
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is handed in, now or before. */
        record Submitted() implements Result {}

        /** It stays a draft. */
        record Refused(Refusal reason) implements Result {}
    }
}
