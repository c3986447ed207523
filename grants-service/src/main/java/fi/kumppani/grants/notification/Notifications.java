package fi.kumppani.grants.notification;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The notifications of the current municipality's decisions. */
public interface Notifications {

    /** How those concerned were told of the decision in force; version 0 before any statement. */
    Stored<Notification> of(GrantApplication.Decided decided);

    /** The same for several. */
    Map<ApplicationId, Notification> of(Collection<GrantApplication.Decided> decided);

    /**
     * Keeps what is said, with the message it owes, in one write; asks again when somebody else
     * wrote in between, so the question must have no effects.
     *
     * @param decided whose decision in force it is about
     * @param expected the version the caller has seen, if they must have seen the current one; 0
     *     for one that does not exist
     * @param decide the next state, or empty to leave it
     * @return as it then is
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Stored<Notification> change(
            GrantApplication.Decided decided,
            OptionalLong expected,
            Function<Notification, Optional<Notification>> decide);
}
