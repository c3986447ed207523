package fi.kumppani.contracts.grants;

import fi.kumppani.contracts.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A power to decide was recorded, or was stated to end; who holds it is told to nobody.
 *
 * @param powerId which one
 * @param use {@code decide}, or {@code take-up}: to take up what others decided
 * @param maker {@code official} or {@code board}
 * @param title which official or board
 * @param kinds for which kinds of grants; empty for all
 * @param limit the most in one decision; absent when there is no limit
 * @param validFrom its first day
 * @param validUntil its last day; absent when none is known
 * @param rule where it stands
 */
public record PowerChanged(
        String powerId,
        String use,
        String maker,
        String title,
        List<String> kinds,
        @Nullable Money limit,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String rule) {
    public static final String TYPE = "grants.power.changed.v1";
}
