package fi.kumppani.grants.redress;

import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.notification.Notifications;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Tells when a decision is final (lainvoimainen): when everybody concerned was told, all periods
 * have ended, and nothing that was done about it is open.
 */
@Service
public class Finality {

    private final Notifications notifications;
    private final HandleRedress redress;
    private final Clock clock;

    Finality(Notifications notifications, HandleRedress redress, Clock clock) {
        this.notifications = notifications;
        this.redress = redress;
        this.clock = clock;
    }

    /** The first day on which the decision in force is final; empty while that cannot be told. */
    public Optional<LocalDate> finalFrom(GrantApplication.Decided decided) {
        return notifications
                .of(decided)
                .body()
                .finalFrom()
                .flatMap(redress.of(decided).body()::finalFrom);
    }

    /** The day since which the decision in force is final; empty while it is not. */
    public Optional<LocalDate> finalSince(GrantApplication.Decided decided) {
        return finalFrom(decided).filter(day -> !day.isAfter(FinnishTime.today(clock)));
    }
}
