package fi.kumppani.grants.recovery.web;

import fi.kumppani.grants.recovery.ClaimBack;
import fi.kumppani.grants.recovery.Hearing;
import fi.kumppani.grants.recovery.RecoveryClaim;
import fi.kumppani.grants.recovery.RecoveryGround;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What is to be claimed back.
 *
 * @param ground such as {@code not-reported} or {@code other-purpose}
 * @param amount more than nothing
 * @param reason why, for the grantee
 * @param hearingUntil until when the grantee may say something: after today, at most a year ahead
 * @param hearingWaived why nobody is heard instead: {@code unnecessary} or {@code would-frustrate}
 */
record ClaimRequest(
        @NotNull String ground,
        @NotNull Euros amount,
        @NotBlank @Size(max = RecoveryClaim.MOST_CHARACTERS) String reason,
        @Nullable LocalDate hearingUntil,
        @Nullable String hearingWaived) {

    /**
     * What is proposed.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    ClaimBack.Proposal read(String by, LocalDate today) {
        FieldErrors errors = new FieldErrors();
        RecoveryGround known = WireCodes.read(RecoveryGround.class, ground).orElse(null);
        if (known == null) {
            errors.add("ground", "unknown", "One of " + WireCodes.all(RecoveryGround.class));
        }
        if (amount.cents() == 0) {
            errors.add("amount", "not-positive", "More than nothing");
        }
        Hearing hearing = hearing(today, errors);
        errors.throwIfAny();
        return new ClaimBack.Proposal(
                Objects.requireNonNull(known), amount, reason, Objects.requireNonNull(hearing), by);
    }

    private @Nullable Hearing hearing(LocalDate today, FieldErrors errors) {
        if (hearingUntil != null && hearingWaived == null) {
            if (!hearingUntil.isAfter(today) || hearingUntil.isAfter(today.plusYears(1))) {
                errors.add("hearingUntil", "out-of-range", "After today, at most a year ahead");
            }
            return new Hearing.Offered(hearingUntil, null);
        }
        if (hearingWaived == null || hearingUntil != null) {
            errors.add("hearingUntil", "not-one", "Until when somebody is heard, or why nobody is");
            return null;
        }
        Hearing.Why why = WireCodes.read(Hearing.Why.class, hearingWaived).orElse(null);
        if (why == null) {
            errors.add("hearingWaived", "unknown", "One of " + WireCodes.all(Hearing.Why.class));
        }
        return why == null ? null : new Hearing.Waived(why);
    }

    /** Says nothing of the reason, so that no log does. */
    @Override
    public String toString() {
        return "ClaimRequest[" + ground + "]";
    }
}
