package fi.kumppani.contracts.grants;

import fi.kumppani.contracts.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * What comes back of a paid grant (takaisinperintä); nothing that people wrote.
 *
 * @param applicationId what was granted to
 * @param claims what is claimed back
 * @param returned what of the grant itself came back, as its ledger knows it
 * @param interest what came for being late
 */
public record Recovery(String applicationId, List<Claim> claims, Money returned, Money interest) {

    /**
     * A claim.
     *
     * @param number from 1, within the application
     * @param ground such as {@code not-reported}
     * @param status {@code proposed}, {@code decided} or {@code dropped}
     * @param amount how much
     * @param repaid what came back on it
     * @param dueOn the last day to pay without interest; absent until it is decided
     */
    public record Claim(
            int number,
            String ground,
            String status,
            Money amount,
            Money repaid,
            @Nullable LocalDate dueOn) {}
}
