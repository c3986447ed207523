package fi.kumppani.registry.duplicate;

/**
 * Two associations, whichever of them was named first.
 *
 * @param first the id that is the smaller one
 * @param second the other id
 */
public record Pair(String first, String second) {

    /**
     * @throws IllegalArgumentException when the ids are not in their order, or the same
     */
    public Pair {
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException("A pair is two different ids in their order");
        }
    }

    /** The pair of these two different ids. */
    public static Pair of(String one, String other) {
        return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    /** Both ids in one. */
    public String value() {
        return first + ":" + second;
    }
}
