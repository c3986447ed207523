package fi.kumppani.registry.duplicate;

import java.util.List;
import java.util.Set;

/** Which associations of the current municipality are not the same. */
public interface Distinctions {

    /** All pairs of which somebody said so. */
    Set<Pair> pairs();

    /**
     * Some of them, in the order of their pairs.
     *
     * @param after the value of the pair to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Distinction> list(String after, int limit);

    /** Keeps that these are not the same; what was said before stays as it is. */
    void keep(Distinction distinction);

    /** Forgets it, if it was ever said. */
    void forget(Pair pair);
}
