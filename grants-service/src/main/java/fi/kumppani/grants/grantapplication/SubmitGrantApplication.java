package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.diary.Arrival;
import fi.kumppani.grants.diary.Diaries;
import fi.kumppani.grants.diary.DiaryEntry;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.grants.form.AnswerCheck;
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
import java.util.Set;

/**
 * The applicant hands a draft in. It is entered among what all who apply have handed in for the
 * year first, and then the diary is asked for a number, both under the application's id: a crash in
 * between leaves an entry and a number that the same application gets again when it is handed in
 * once more, so nothing is ever doubled.
 */
@Service
public class SubmitGrantApplication {

    private final GrantApplications applications;
    private final GrantCalls calls;
    private final EnterYears enterYears;
    private final CheckWhole checkWhole;
    private final Diaries diaries;
    private final Clock clock;

    SubmitGrantApplication(
            GrantApplications applications,
            GrantCalls calls,
            EnterYears enterYears,
            CheckWhole checkWhole,
            Diaries diaries,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.enterYears = enterYears;
        this.checkWhole = checkWhole;
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
        return switch (enter(draft, now)) {
            case GrantApplication.Eligibility.Ineligible(var reason)
                    when reason == Refusal.FORM_INCOMPLETE ->
                    new Result.Incomplete(checkWhole.faults(draft, terms(draft.filing())));
            case GrantApplication.Eligibility.Ineligible(var reason) -> new Result.Refused(reason);
            case GrantApplication.Eligibility.Eligible eligible -> {
                DiaryNumber number = numberFor(draft.filing());
                yield applications
                        .change(
                                draft.filing().id(),
                                OptionalLong.empty(),
                                stored -> submit(stored, expected, eligible.submit(number)))
                        .orElseThrow(() -> new IllegalStateException("A draft went away"));
            }
        };
    }

    /** Judges it among all that those who apply have handed in, and enters it there. */
    private GrantApplication.Eligibility enter(GrantApplication.Draft draft, Instant now) {
        CallTerms call = terms(draft.filing());
        boolean isComplete = checkWhole.faults(draft, call).isEmpty();
        return enterYears.enter(
                draft,
                call,
                Set.of(),
                now,
                judged ->
                        judged instanceof GrantApplication.Eligibility.Eligible && !isComplete
                                ? new GrantApplication.Eligibility.Ineligible(
                                        Refusal.FORM_INCOMPLETE)
                                : judged);
    }

    private CallTerms terms(Filing filing) {
        return calls.terms(filing.call());
    }

    /** The version seen is the version judged, so what was judged is what is handed in. */
    private static Move<Result> submit(
            Stored<GrantApplication> stored, long expected, GrantApplication.Submitted submitted) {
        if (!(stored.body() instanceof GrantApplication.Draft)) {
            return Move.stay(new Result.Submitted());
        }
        requireSeen(stored, expected);
        return Move.tell(submitted, new Happening.Arrived(submitted), new Result.Submitted());
    }

    private static void requireSeen(Stored<GrantApplication> stored, long expected) {
        if (stored.version() != expected) {
            throw new StaleVersionException();
        }
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

        /** It stays a draft, because of these answers. */
        record Incomplete(List<AnswerCheck.Fault> faults) implements Result {}
    }
}
