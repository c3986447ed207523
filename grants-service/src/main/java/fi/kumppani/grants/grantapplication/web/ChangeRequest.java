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
 * A draft as it is to be from now on.
 *
 * @param totalCost what it costs as a whole, where the call grants a share of that
 * @param email whom to write to; as before when absent, since nobody can read it back
 * @param language what they read
 */
record ChangeRequest(
        @NotBlank @Size(max = 5_000) String purpose,
        @NotNull Euros requested,
        @NotNull @Min(1) @Max(1_000) Integer events,
        @Nullable @Size(max = 5_000) String eventDescription,
        @Nullable Euros totalCost,
        @Nullable String email,
        @NotNull Language language) {

    @Override
    public String toString() {
        return "ChangeRequest[]";
    }
}
