package fi.kumppani.grants.redress;

import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.grantapplication.PowersToDecide;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Says who may record what a body took up or ruled, by the municipality's administrative rules. */
@Service
class RedressPowers {

    private final PowersToDecide powers;
    private final GrantCalls calls;
    private final Clock clock;

    RedressPowers(PowersToDecide powers, GrantCalls calls, Clock clock) {
        this.powers = powers;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Why somebody cannot record that a body took the decision up.
     *
     * @param body which one, by its name
     * @param takenOn the day it did
     */
    Optional<PowerLack> lackToTakeUp(
            GrantApplication.Decided decided, String body, String by, LocalDate takenOn) {
        return powers.lackToTakeUp(board(body, null), by, kind(decided), takenOn);
    }

    /**
     * Why somebody cannot record a ruling that leaves the decision; one that replaces it is asked
     * about where the decision is made anew.
     */
    Optional<PowerLack> lackToRule(
            GrantApplication.Decided decided,
            RedressCase found,
            RuleOnCase.Order order,
            String by) {
        DecisionMaker board = board(found.hearer(), order.section());
        LocalDate today = FinnishTime.today(clock);
        return switch (order.outcome()) {
            case DISMISSED, NOT_EXAMINED ->
                    found.kind() == RedressCase.Kind.TAKEN_UP
                            ? powers.lackToTakeUp(board, by, kind(decided), today)
                            : powers.lack(board, by, kind(decided), Euros.ZERO, today);
            case REVISED, WITHDRAWN -> Optional.empty();
        };
    }

    private static DecisionMaker board(String name, @Nullable String section) {
        return new DecisionMaker(DecisionMaker.Kind.BOARD, name, section);
    }

    private GrantKind kind(GrantApplication.Decided decided) {
        return calls.terms(decided.filing().call()).scheme().kind();
    }
}
