package fi.kumppani.grants.notification;

import fi.kumppani.kit.store.Stored;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The notifications of the current municipality's decisions that came after others. */
public interface LaterNotifications {

    /**
     * As it is known; version 0 before any statement.
     *
     * @param begin as it is without a statement
     */
    Stored<LaterNotification> of(LaterNotification begin);

    /**
     * Keeps what is said, with the message it owes, in one write; asks again when somebody else
     * wrote in between, so the question must have no effects.
     *
     * @param begin as it is without a statement
     * @param expected the version the caller has seen, if they must have seen the current one; 0
     *     for one that does not exist
     * @param decide the next state, or empty to leave it
     * @return as it then is
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Stored<LaterNotification> change(
            LaterNotification begin,
            OptionalLong expected,
            Function<LaterNotification, Optional<LaterNotification>> decide);
}
