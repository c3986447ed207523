package fi.kumppani.grants.overview;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/** Something that an application waits for from its association. */
public sealed interface Due {

    /**
     * A draft is to be handed in.
     *
     * @param closesAt when the round closes; null when no round will take it any more
     */
    record HandIn(@Nullable Instant closesAt) implements Due {}

    /**
     * What was asked for is to be completed.
     *
     * @param on the last day
     * @param overdue whether that day has passed
     */
    record Supplement(LocalDate on, boolean overdue) implements Due {}

    /**
     * What was granted is to be accepted or declined.
     *
     * @param on the last day; null while the decision is not known, or without a limit
     * @param overdue whether that day has passed
     */
    record Acceptance(@Nullable LocalDate on, boolean overdue) implements Due {}

    /**
     * It is to be reported how the grant was used.
     *
     * @param on the last day; null while that is not known
     * @param overdue whether that day has passed
     */
    record Report(@Nullable LocalDate on, boolean overdue) implements Due {}

    /**
     * The receipts of what is paid afterwards are to be shown, where no report is asked for.
     *
     * @param on the last day for them
     * @param overdue whether that day has passed
     */
    record Receipts(LocalDate on, boolean overdue) implements Due {}

    /**
     * It is proposed to claim something back, and nothing was said to it yet.
     *
     * @param on the last day to say something, which has not passed
     */
    record Hearing(LocalDate on) implements Due {}

    /**
     * Something claimed back is to be paid, apart from interest for being late.
     *
     * @param on the last day to pay without interest
     * @param overdue whether that day has passed
     */
    record Repayment(LocalDate on, boolean overdue) implements Due {}
}
