package fi.kumppani.grants.notification;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** What was done to tell of a decision that came after the one on the application. */
@Service
public class StateLaterNotification {

    private final LaterDecisionDays decisions;
    private final LaterNotifications notifications;
    private final Clock clock;

    StateLaterNotification(
            LaterDecisionDays decisions, LaterNotifications notifications, Clock clock) {
        this.decisions = decisions;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** How those concerned were told; empty when there is no such decision. */
    public Optional<Stored<Notification>> of(LaterDecisionId id) {
        return begin(id).map(notifications::of).map(StateLaterNotification::told);
    }

    /**
     * Keeps a statement.
     *
     * @param seen the version that whoever states it has seen; 0 when there was none
     * @return empty when there is no such decision
     */
    public Optional<StateNotification.Result> state(
            LaterDecisionId id, Statement statement, long seen) {
        return begin(id).map(begin -> state(begin, statement, OptionalLong.of(seen)));
    }

    /** Keeps what was heard of the e-mail about the last decision of a kind; once. */
    public void hear(ApplicationId application, LaterDecisionId.Kind kind, Statement statement) {
        decisions
                .latest(application, kind)
                .flatMap(this::begin)
                .ifPresent(begin -> state(begin, statement, OptionalLong.empty()));
    }

    private Optional<LaterNotification> begin(LaterDecisionId id) {
        return decisions.decidedOn(id).map(day -> LaterNotification.of(id, day));
    }

    private StateNotification.Result state(
            LaterNotification begin, Statement statement, OptionalLong expected) {
        LocalDate today = FinnishTime.today(clock);
        Stored<Notification> after =
                told(
                        notifications.change(
                                begin,
                                expected,
                                known ->
                                        StateNotification.next(
                                                        known.told(),
                                                        statement,
                                                        today,
                                                        expected.isEmpty())
                                                .map(known::with)));
        return StateNotification.result(after, statement, today);
    }

    private static Stored<Notification> told(Stored<LaterNotification> stored) {
        return stored.with(stored.body().told());
    }
}
