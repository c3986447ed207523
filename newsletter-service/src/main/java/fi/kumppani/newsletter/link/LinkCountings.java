package fi.kumppani.newsletter.link;

import fi.kumppani.kit.store.Stored;

import java.util.function.UnaryOperator;

/** What municipalities say of counting links. */
public interface LinkCountings {

    /** The current municipality's; in version 0 when it has never said anything. */
    Stored<LinkCounting> current();

    /**
     * Changes the current municipality's.
     *
     * @param version the version the caller has seen
     * @param change gives it as it is to be; the very same one to leave it
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Stored<LinkCounting> change(long version, UnaryOperator<LinkCounting> change);
}
