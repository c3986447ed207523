package fi.kumppani.contracts.grants;

import java.time.LocalDate;

/**
 * The instruction on how to claim a revised decision has another edition.
 *
 * @param validFrom the first day of decisions that it goes with
 */
public record AppealInstructionChanged(LocalDate validFrom) {
    public static final String TYPE = "grants.appeal.changed.v1";
}
