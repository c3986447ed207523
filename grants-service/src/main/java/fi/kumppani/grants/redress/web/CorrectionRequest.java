package fi.kumppani.grants.redress.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import fi.kumppani.grants.grantapplication.RevisionCause;
import fi.kumppani.grants.grantapplication.verdict.VerdictBody;
import fi.kumppani.grants.redress.CorrectDecision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A correction.
 *
 * @param error {@code factual} (hallintolaki, 50 §) or {@code clerical} (51 §)
 * @param corrects which of the application's decisions, 1 for the first
 * @param verdict what is decided instead
 * @param section its number in the minutes or the list of decisions
 * @param consentedOn the day the party consented to less
 * @param causedByParty whether the error is plain and the party's own doing
 */
record CorrectionRequest(
        @NotNull Fault error,
        @Min(1) int corrects,
        @NotNull @Valid VerdictBody verdict,
        @Nullable @Size(max = 40) String section,
        @Nullable @PastOrPresent LocalDate consentedOn,
        @Nullable Boolean causedByParty) {

    enum Fault {
        @JsonProperty("factual")
        FACTUAL,
        @JsonProperty("clerical")
        CLERICAL
    }

    CorrectDecision.Correction correction() {
        return new CorrectDecision.Correction(
                switch (error) {
                    case FACTUAL -> RevisionCause.FACTUAL_ERROR;
                    case CLERICAL -> RevisionCause.CLERICAL_ERROR;
                },
                verdict.verdict(),
                section,
                consentedOn,
                Boolean.TRUE.equals(causedByParty),
                corrects);
    }
}
