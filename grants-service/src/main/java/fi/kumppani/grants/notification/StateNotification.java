package fi.kumppani.grants.notification;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** Somebody states what was done to tell of a decision, or the service hears of it. */
@Service
public class StateNotification {

    private final GrantApplications applications;
    private final Notifications notifications;
    private final Clock clock;

    StateNotification(GrantApplications applications, Notifications notifications, Clock clock) {
        this.applications = applications;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Keeps a statement.
     *
     * @param seen the version that whoever states it has seen; 0 when there was none
     * @return empty when there is no such decision
     */
    public Optional<Result> state(ApplicationId application, Statement statement, long seen) {
        return decided(application)
                .map(decided -> state(decided, statement, OptionalLong.of(seen)));
    }

    /**
     * Keeps what was heard of the e-mail about a decision; said twice it changes nothing.
     *
     * @param first whether the mail was about the first decision, and not one that replaced it
     */
    public void hear(ApplicationId application, boolean first, Statement statement) {
        decided(application)
                .filter(decided -> (decided.decisionNumber() == 1) == first)
                .ifPresent(decided -> state(decided, statement, OptionalLong.empty()));
    }

    private Optional<GrantApplication.Decided> decided(ApplicationId application) {
        return applications
                .find(application)
                .map(Stored::body)
                .flatMap(GrantApplication::decided)
                .filter(decided -> !decided.filing().imported());
    }

    private Result state(
            GrantApplication.Decided decided, Statement statement, OptionalLong expected) {
        LocalDate today = FinnishTime.today(clock);
        Stored<Notification> after =
                notifications.change(
                        decided,
                        expected,
                        known -> next(known, statement, today, expected.isEmpty()));
        return result(after, statement, today);
    }

    /** What came of a statement, by how it is known afterwards. */
    static Result result(Stored<Notification> after, Statement statement, LocalDate today) {
        return after.body()
                .objection(statement, today)
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> new Result.Kept(after));
    }

    /** The next state; empty to leave it, because it cannot be true or was heard before. */
    static Optional<Notification> next(
            Notification known, Statement statement, LocalDate today, boolean heard) {
        boolean stays =
                known.objection(statement, today).isPresent() || (heard && known.knows(statement));
        return stays ? Optional.empty() : Optional.of(known.with(statement));
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is kept. */
        record Kept(Stored<Notification> notification) implements Result {}

        /** It cannot be true. */
        record Refused(Objection objection) implements Result {}
    }
}
