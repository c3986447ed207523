package fi.kumppani.grants.payment;

import java.util.List;

/**
 * An instalment, and what it waits for.
 *
 * @param holds nothing when it can be paid now
 */
public record Payable(Candidate candidate, Instalment instalment, List<Hold> holds) {

    /** Copies the list. */
    public Payable {
        holds = List.copyOf(holds);
    }

    /** Whether it can be paid now. */
    public boolean isDue() {
        return holds.isEmpty();
    }
}
