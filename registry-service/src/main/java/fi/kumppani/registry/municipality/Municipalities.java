package fi.kumppani.registry.municipality;

import fi.kumppani.kit.store.Stored;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What we keep of the municipalities: always of the current one, as no other may be touched. */
public interface Municipalities {

    /** The current municipality, if it is kept. */
    Optional<Stored<Municipality>> current();

    /** The edition of the classification that the current municipality was last brought up to. */
    Optional<String> edition();

    /**
     * Keeps the current municipality as the classification describes it, beside the figures only we
     * know, and tells of it when a fact is new.
     *
     * @param edition of the classification
     */
    void describe(Municipality classified, String edition);

    /**
     * Changes the current municipality and tells of it; neither when the change makes no
     * difference.
     *
     * @param version the version the caller has seen
     * @return what is kept afterwards; empty when nothing is kept of the current municipality
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Optional<Stored<Municipality>> change(long version, UnaryOperator<Municipality> change);
}
