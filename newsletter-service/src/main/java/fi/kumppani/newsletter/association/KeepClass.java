package fi.kumppani.newsletter.association;

import org.jspecify.annotations.Nullable;

/** Keeps what the registry tells about a purpose class. */
public interface KeepClass {

    /**
     * Keeps the class of an association, unless a newer one is known.
     *
     * @param sequence of the registry's message
     * @param purposeClass from 1 to 9; null when it is not classified
     */
    void keep(String associationId, long sequence, @Nullable Integer purposeClass);
}
