package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.text.WireCodes;

/** Why somebody has no power to make a decision. */
public sealed interface PowerLack {

    /** What a person without any power in force is told. */
    enum Want {
        /** No power is in force for this official or board. */
        MAKER,
        /** Those for this official or board are not for this kind of grant. */
        KIND,
        /** Somebody else records the decisions of this official or board. */
        HOLDER
    }

    /** There is no such power in force. */
    record None(Want want) implements PowerLack {}

    /**
     * There is one, but not for so much.
     *
     * @param limit the most that may be granted in one decision
     * @param rule where that stands
     */
    record Over(Euros limit, String rule) implements PowerLack {}

    /** The reason code. */
    default String code() {
        return switch (this) {
            case None _ -> "no-power";
            case Over _ -> "over-power";
        };
    }

    /** The answer to whoever lacks it: 403 {@code no-power}, or 409 {@code over-power}. */
    default Problem problem() {
        return switch (this) {
            case None(var want) -> Problems.barred(code(), WireCodes.of(want));
            case Over(var limit, var rule) ->
                    Problems.refused(code(), "At most " + limit + " by " + rule);
        };
    }
}
