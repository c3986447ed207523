package fi.kumppani.grants.notification;

import java.time.LocalDate;
import java.util.List;

/**
 * How those concerned were told of a decision that came after the one on the application, and until
 * when they can claim a revised one: it has its own time.
 */
public record LaterNotification(LaterDecisionId id, Notification told) {

    /** A decision of this day of which nobody was told yet. */
    public static LaterNotification of(LaterDecisionId id, LocalDate decidedOn) {
        return new LaterNotification(
                id,
                new Notification(
                        id.application(), id.number(), false, decidedOn, List.of(), List.of()));
    }

    LaterNotification with(Notification next) {
        return new LaterNotification(id, next);
    }
}
