package fi.kumppani.registry.association;

import java.util.Optional;

/**
 * An association in the registry. Each state offers only the moves that are legal in it; a
 * dissolved one has none.
 */
public sealed interface Association {

    /** What is fixed since its registration. */
    Origin origin();

    /** What may change. */
    Facts facts();

    /** How the facts are kept right. */
    Upkeep upkeep();

    /** One that exists. */
    sealed interface Living extends Association {

        /** The same, its facts kept right otherwise. */
        Living with(Upkeep changed);

        /**
         * It does not exist any more, or never did.
         *
         * @param duplicateOf the id of the one it turned out to be, when it was entered twice
         */
        default Dissolved dissolve(Optional<String> duplicateOf) {
            return new Dissolved(
                    origin(), facts().inactive(), upkeep().with(Optional.empty()), duplicateOf);
        }
    }

    /**
     * Somebody said that it exists; nobody has checked.
     *
     * @param origin what is fixed
     * @param facts what may change
     * @param upkeep how the facts are kept right
     */
    record Unverified(Origin origin, Facts facts, Upkeep upkeep) implements Living {

        /** A coordinator confirms that it is what it says it is. */
        public Verified verify() {
            return new Verified(origin, facts, upkeep);
        }

        /** The same with other facts. */
        public Unverified with(Facts changed) {
            return new Unverified(origin, changed, upkeep);
        }

        @Override
        public Unverified with(Upkeep changed) {
            return new Unverified(origin, facts, changed);
        }
    }

    /**
     * A coordinator has confirmed that it is what it says it is.
     *
     * @param origin what is fixed
     * @param facts what may change
     * @param upkeep how the facts are kept right
     */
    record Verified(Origin origin, Facts facts, Upkeep upkeep) implements Living {

        /** The same with other facts. */
        public Verified with(Facts changed) {
            return new Verified(origin, changed, upkeep);
        }

        @Override
        public Verified with(Upkeep changed) {
            return new Verified(origin, facts, changed);
        }
    }

    /**
     * It does not exist any more; what it did stays known, but nobody is written to.
     *
     * @param origin what is fixed
     * @param facts as they were at the end
     * @param upkeep how they were kept right until then
     * @param duplicateOf the id of the one it turned out to be, when it was entered twice
     */
    record Dissolved(Origin origin, Facts facts, Upkeep upkeep, Optional<String> duplicateOf)
            implements Association {}
}
