package fi.kumppani.registry.association;

import fi.kumppani.kit.store.Stored;

/** Which municipalities have their associations asked once a year without anybody doing it. */
public interface YearlyAsking {

    /** What the current municipality says of it; in version 0 when it has never said anything. */
    Stored<Choice> current();

    /**
     * Keeps what the current municipality says.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Stored<Choice> choose(long version, Choice choice);

    /** Does something for each municipality that wants them asked, as that municipality. */
    void forEachWanting(Runnable work);

    /** What a municipality wants. */
    enum Choice {
        /** Associations are asked once a year. */
        YEARLY,
        /** They are asked when a coordinator does so. */
        BY_HAND
    }
}
