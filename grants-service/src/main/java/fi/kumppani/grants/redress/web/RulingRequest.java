package fi.kumppani.grants.redress.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import fi.kumppani.grants.grantapplication.Grounds;
import fi.kumppani.grants.grantapplication.verdict.VerdictBody;
import fi.kumppani.grants.redress.RedressCase;
import fi.kumppani.grants.redress.RuleOnCase;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * What a board ruled.
 *
 * @param outcome {@code revised}, {@code dismissed}, {@code not-examined} or {@code withdrawn}
 * @param verdict what is decided instead; with {@code revised} only
 * @param section its number in the minutes
 * @param explanation why, for everybody; of a ruling that leaves the decision as it is
 */
record RulingRequest(
        @NotNull Outcome outcome,
        @Nullable @Valid VerdictBody verdict,
        @Nullable @Size(max = 40) String section,
        @Nullable LocalizedText explanation) {

    enum Outcome {
        @JsonProperty("revised")
        REVISED,
        @JsonProperty("dismissed")
        DISMISSED,
        @JsonProperty("not-examined")
        NOT_EXAMINED,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }

    RuleOnCase.Order order() {
        if ((outcome == Outcome.REVISED) != (verdict != null)) {
            throw verdict == null
                    ? Problems.invalid("verdict", "missing", "What is decided instead")
                    : Problems.invalid("verdict", "not-expected", "The decision stays");
        }
        new FieldErrors().longest("explanation", explanation, Grounds.MOST_CHARACTERS).throwIfAny();
        return new RuleOnCase.Order(
                RedressCase.Outcome.valueOf(outcome.name()),
                verdict == null ? null : verdict.verdict(),
                section,
                explanation);
    }
}
