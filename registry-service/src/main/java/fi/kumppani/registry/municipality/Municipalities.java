package fi.kumppani.registry.municipality;

import fi.kumppani.kit.store.Stored;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** What we keep of the municipalities: always of the current one, as no other may be touched. */
public interface Municipalities {

    /** The current municipality, if it is kept. */
    Optional<Stored<Municipality>> current();

    /** Keeps the current municipality and tells of it, unless it is kept already. */
    void keep(Municipality municipality);

    /**
     * Changes the current municipality and tells of it; neither when the change makes no
     * difference.
     *
     * @param expected the version the caller has seen, if it must be the current one
     * @return what is kept afterwards; empty when nothing is kept of the current municipality
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Optional<Stored<Municipality>> change(
            OptionalLong expected, UnaryOperator<Municipality> change);
}
