package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.Language;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * A new draft.
 *
 * @param callId the call it answers
 * @param associationId who applies
 * @param purpose what the money is for
 * @param requested the amount asked for
 * @param events how many events it is for
 * @param eventDescription which events
 * @param totalCost what it costs as a whole, where the call grants a share of that
 * @param email whom to write to; told to nobody but the sender of mails
 * @param language what they read
 */
record ApplicationRequest(
        @NotBlank @Size(max = 64) String callId,
        @NotBlank @Size(max = 64) String associationId,
        @NotBlank @Size(max = 5_000) String purpose,
        @NotNull Euros requested,
        @NotNull @Min(1) @Max(1_000) Integer events,
        @Nullable @Size(max = 5_000) String eventDescription,
        @Nullable Euros totalCost,
        @NotBlank String email,
        @NotNull Language language) {

    @Override
    public String toString() {
        return "ApplicationRequest[callId=" + callId + "]";
    }
}
