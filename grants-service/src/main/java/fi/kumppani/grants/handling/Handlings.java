package fi.kumppani.grants.handling;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the current municipality handles applications: a row for each that arrived, all rows of a
 * call in one order of moves.
 */
public interface Handlings {

    /** How far a call is; {@link CallHandling#BEGINNING} for one without rows. */
    CallHandling of(CallId call);

    /** The rows of these applications, by application; those that were not entered are left out. */
    Map<ApplicationId, Handling> rows(Collection<ApplicationId> applications);

    /**
     * Makes rows for what arrived; what is entered already stays as it is.
     *
     * @param arrivals one after the other, the first not behind the first one missing
     */
    void enter(CallId call, List<Handling> arrivals);

    /**
     * Looks at a row and does what is said, after all moves of the call before it and together with
     * the message it owes; the question may be asked several times and must have no effects.
     *
     * @return empty when there is no such row
     */
    <R> Optional<R> change(
            CallId call, ApplicationId application, Function<Seen, HandlingMove<R>> decide);

    /** Closes the review round of a call, unless it is closed; no review is taken after it. */
    CallHandling close(CallId call, String by, Instant now);

    /** Where all rows of a call stand, in the order of arrival; few look-ups however many rows. */
    List<Standing> standings(CallId call);

    /** A row, and how far its call is. */
    record Seen(Handling row, CallHandling call) {}

    /**
     * What rows are ordered by.
     *
     * @param requestedCents what is asked for
     * @param total the weighted score; null while no review counts
     */
    record Standing(
            int position,
            ApplicationId application,
            long requestedCents,
            @Nullable BigDecimal total) {}
}
