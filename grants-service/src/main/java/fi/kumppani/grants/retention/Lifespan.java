package fi.kumppani.grants.retention;

import java.time.LocalDate;
import java.util.Set;

/** Whether something is open about a matter, or since when nothing is. */
public sealed interface Lifespan {

    /** Something is open, so all is kept. */
    record Open(Set<LegalHold> holds) implements Lifespan {

        /** Copies the set. */
        public Open {
            holds = Set.copyOf(holds);
        }
    }

    /**
     * Nothing is open any more.
     *
     * @param decidedOn the day of the decision in force, or of the withdrawal
     * @param endedOn the day something happened last
     */
    record Ended(LocalDate decidedOn, LocalDate endedOn) implements Lifespan {}
}
