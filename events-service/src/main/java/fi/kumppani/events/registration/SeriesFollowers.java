package fi.kumppani.events.registration;

import fi.kumppani.events.event.EventId;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.EmailAddress;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Those who follow a series: they are registered for what is announced of it later, too. */
public interface SeriesFollowers {

    /**
     * Has somebody follow a series from now on; who follows it already goes on doing so.
     *
     * @param associationId the association they come for; null for none
     * @param request the same one again changes nothing
     */
    Joining join(
            String series,
            Registrant.Person person,
            @Nullable String associationId,
            Creation request);

    /** Since when a mailbox follows a series; empty when it does not. */
    Optional<Instant> since(String series, EmailAddress email);

    /** What came of joining. */
    sealed interface Joining {

        /**
         * They follow it.
         *
         * @param before the events whose followers were registered before, so without them
         */
        record Joined(List<EventId> before) implements Joining {}

        /** The key of the request was used before with other content. */
        record KeyReused() implements Joining {}
    }
}
