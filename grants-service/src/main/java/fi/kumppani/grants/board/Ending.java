package fi.kumppani.grants.board;

import fi.kumppani.grants.grantapplication.Outcome;
import fi.kumppani.kit.money.Euros;

/** What became of a row in the end. */
public sealed interface Ending {

    /** The application has its decision by this row. */
    record Decided(Outcome outcome, Euros granted) implements Ending {}

    /**
     * The application is not decided by this row, and may stand on another list.
     *
     * @param reason the code of why: {@code tabled}, {@code returned}, or what kept the decision
     *     from being made, such as {@code budget-exceeded}
     */
    record LeftOpen(String reason) implements Ending {}
}
