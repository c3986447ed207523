package fi.kumppani.registry.association;

/**
 * An association in the registry. Each state offers only the moves that are legal in it; a
 * dissolved one has none.
 */
public sealed interface Association {

    /** What is fixed since its registration. */
    Origin origin();

    /** What may change. */
    Facts facts();

    /**
     * Somebody said that it exists; nobody has checked.
     *
     * @param origin what is fixed
     * @param facts what may change
     */
    record Unverified(Origin origin, Facts facts) implements Association {

        /** A coordinator confirms that it is what it says it is. */
        public Verified verify() {
            return new Verified(origin, facts);
        }

        /** The same with other facts. */
        public Unverified with(Facts changed) {
            return new Unverified(origin, changed);
        }

        /** It does not exist any more. */
        public Dissolved dissolve() {
            return new Dissolved(origin, facts.inactive());
        }
    }

    /**
     * A coordinator has confirmed that it is what it says it is.
     *
     * @param origin what is fixed
     * @param facts what may change
     */
    record Verified(Origin origin, Facts facts) implements Association {

        /** The same with other facts. */
        public Verified with(Facts changed) {
            return new Verified(origin, changed);
        }

        /** It does not exist any more. */
        public Dissolved dissolve() {
            return new Dissolved(origin, facts.inactive());
        }
    }

    /**
     * It does not exist any more; what it did stays known.
     *
     * @param origin what is fixed
     * @param facts as they were at the end
     */
    record Dissolved(Origin origin, Facts facts) implements Association {}
}
