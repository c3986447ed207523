package fi.kumppani.newsletter.sender;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.newsletter.dispatch.Work;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What municipalities say of their own senders; each has one or none. */
public interface SenderProfiles {

    /** The current municipality's; in version 0 when it has never told of one. */
    Stored<Optional<SenderProfile>> current();

    /**
     * Changes the current municipality's.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Stored<Optional<SenderProfile>> change(
            long version, UnaryOperator<Optional<SenderProfile>> change);

    /**
     * Where there are some, in whatever municipality.
     *
     * @param after the id to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Work> all(String after, int limit);
}
