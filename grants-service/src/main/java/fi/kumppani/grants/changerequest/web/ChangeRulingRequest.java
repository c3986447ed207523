package fi.kumppani.grants.changerequest.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import fi.kumppani.grants.changerequest.GrantTerms;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * What was decided about a request.
 *
 * @param approved {@code true} to approve
 * @param terms what is approved instead of all that was asked; absent for all of it
 * @param explanation why, for everybody
 * @param maker {@code official} or {@code board}; some official when absent
 * @param title which one
 * @param section its number in the minutes or the list of decisions
 */
record ChangeRulingRequest(
        @NotNull Boolean approved,
        @Nullable @Valid TermsBody terms,
        @NotNull LocalizedText explanation,
        @Nullable Maker maker,
        @Nullable @Size(max = 120) String title,
        @Nullable @Size(max = 40) String section) {

    private static final int LONGEST = 4_000;

    enum Maker {
        @JsonProperty("official")
        OFFICIAL,
        @JsonProperty("board")
        BOARD
    }

    DecisionMaker decisionMaker() {
        return new DecisionMaker(
                DecisionMaker.Kind.valueOf((maker == null ? Maker.OFFICIAL : maker).name()),
                title,
                section);
    }

    /**
     * What is otherwise from now on; null when nothing is.
     *
     * @param wish what was asked
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    @Nullable GrantTerms given(GrantTerms wish) {
        new FieldErrors().longest("explanation", explanation, LONGEST).throwIfAny();
        if (!approved) {
            if (terms != null) {
                throw Problems.invalid("terms", "not-expected", "Nothing is approved");
            }
            return null;
        }
        return terms == null
                ? wish
                : TermsBody.read(terms.use(), terms.beginsOn(), terms.endsOn())
                        .orElseThrow(
                                () -> Problems.invalid("terms", "missing", "What is approved"));
    }
}
