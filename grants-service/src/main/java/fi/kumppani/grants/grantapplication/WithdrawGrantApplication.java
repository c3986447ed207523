package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/** The applicant takes back what was handed in, as long as it is not decided. */
@Service
public class WithdrawGrantApplication {

    private final GrantApplications applications;
    private final FinishDecision finishDecision;
    private final Clock clock;

    WithdrawGrantApplication(
            GrantApplications applications, FinishDecision finishDecision, Clock clock) {
        this.applications = applications;
        this.finishDecision = finishDecision;
        this.clock = clock;
    }

    /**
     * Withdraws the application; once withdrawn it stays so.
     *
     * @param expected the version the applicant has seen
     * @return empty when there is no such application
     */
    public Optional<Result> withdraw(ApplicationId id, long expected) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return finishDecision
                .load(id)
                .flatMap(
                        _ ->
                                applications.change(
                                        id,
                                        OptionalLong.empty(),
                                        stored -> withdraw(stored, expected, now)));
    }

    private static Move<Result> withdraw(
            Stored<GrantApplication> stored, long expected, Instant now) {
        return switch (stored.body()) {
            case GrantApplication.Withdrawn _ -> Move.stay(new Result.Done());
            case GrantApplication.Draft _ -> refused(Refusal.NOT_SUBMITTED);
            case GrantApplication.Transferred _ -> refused(Refusal.TRANSFERRED);
            case GrantApplication.Deciding _,
                    GrantApplication.Decided _,
                    GrantApplication.Revising _ ->
                    refused(Refusal.ALREADY_DECIDED);
            case GrantApplication.Submitted submitted -> {
                requireSeen(stored, expected);
                yield withdrawn(submitted, now);
            }
            case GrantApplication.Supplementing waiting -> {
                requireSeen(stored, expected);
                yield withdrawn(waiting.handle(), now);
            }
        };
    }

    private static Move<Result> withdrawn(GrantApplication.Submitted submitted, Instant now) {
        GrantApplication.Withdrawn withdrawn = submitted.withdraw(now);
        return Move.tell(withdrawn, new Happening.TakenBack(withdrawn), new Result.Done());
    }

    private static Move<Result> refused(Refusal reason) {
        return Move.stay(new Result.Refused(reason));
    }

    private static void requireSeen(Stored<GrantApplication> stored, long expected) {
        if (stored.version() != expected) {
            throw new StaleVersionException();
        }
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is withdrawn, now or before. */
        record Done() implements Result {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Result {}
    }
}
