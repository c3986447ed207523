package fi.kumppani.grants.recovery;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;

import java.time.LocalDate;

/**
 * What is claimed back of a grant.
 *
 * @param number from 1, within the application
 * @param ground because of what
 * @param amount how much, more than nothing
 * @param reason why, for the grantee; kept encrypted, empty once it is erased
 * @param hearing whether the grantee is heard
 * @param by who proposed it, as the identity provider's opaque {@code sub}
 * @param request the request that made it, so that it can be sent again
 * @param stage how far it is
 */
public record RecoveryClaim(
        int number,
        RecoveryGround ground,
        Euros amount,
        String reason,
        Hearing hearing,
        String by,
        Creation request,
        Stage stage) {

    /** The most characters of a reason. */
    public static final int MOST_CHARACTERS = 4_000;

    /** How far a claim is. */
    public sealed interface Stage {

        /** It waits for its hearing and its decision. */
        record Proposed() implements Stage {}

        /**
         * It is decided.
         *
         * @param maker in which capacity
         * @param by who decided, as the identity provider's opaque {@code sub}
         * @param dueOn the last day to pay without interest
         */
        record Decided(DecisionMaker maker, String by, LocalDate decidedOn, LocalDate dueOn)
                implements Stage {}

        /** It is given up. */
        record Dropped() implements Stage {}

        /** What it is called wherever it is told. */
        default String word() {
            return switch (this) {
                case Proposed _ -> "proposed";
                case Decided _ -> "decided";
                case Dropped _ -> "dropped";
            };
        }
    }

    RecoveryClaim at(Stage next) {
        return new RecoveryClaim(number, ground, amount, reason, hearing, by, request, next);
    }

    RecoveryClaim heard(Hearing next) {
        return new RecoveryClaim(number, ground, amount, reason, next, by, request, stage);
    }

    /** The same without anybody's words. */
    RecoveryClaim withoutWords() {
        Hearing said =
                hearing instanceof Hearing.Offered(var until, var answer) && answer != null
                        ? new Hearing.Offered(until, "")
                        : hearing;
        return new RecoveryClaim(number, ground, amount, "", said, by, request, stage);
    }

    boolean isDropped() {
        return stage instanceof Stage.Dropped;
    }

    /** Says nothing of the reason, so that no log does. */
    @Override
    public String toString() {
        return "RecoveryClaim[" + number + "]";
    }
}
