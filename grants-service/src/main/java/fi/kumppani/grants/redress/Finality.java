package fi.kumppani.grants.redress;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.notification.Notification;
import fi.kumppani.grants.notification.Notifications;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells when a decision is final (lainvoimainen): when everybody concerned was told, all periods
 * have ended, and nothing that was done about it is open.
 */
@Service
public class Finality {

    private final Notifications notifications;
    private final HandleRedress redress;

    Finality(Notifications notifications, HandleRedress redress) {
        this.notifications = notifications;
        this.redress = redress;
    }

    /**
     * The first day on which the decision in force is final; empty while that cannot be told.
     *
     * @param done what was done about it
     */
    public Optional<LocalDate> finalFrom(GrantApplication.Decided decided, Redress done) {
        return finalFrom(notifications.of(decided).body(), done);
    }

    /** The same for several; without those of which it cannot be told. */
    public Map<ApplicationId, LocalDate> finalFrom(Collection<GrantApplication.Decided> decided) {
        Map<ApplicationId, Notification> told = notifications.of(decided);
        Map<ApplicationId, LocalDate> days = new HashMap<>();
        redress.of(decided)
                .forEach(
                        (id, done) ->
                                Optional.ofNullable(told.get(id))
                                        .flatMap(each -> finalFrom(each, done))
                                        .ifPresent(day -> days.put(id, day)));
        return days;
    }

    private static Optional<LocalDate> finalFrom(Notification told, Redress done) {
        return told.finalFrom().flatMap(done::finalFrom);
    }
}
