package fi.kumppani.grants.power;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.grantapplication.PowersToDecide;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.Optional;

/** Judges by what the municipality recorded; one look-up by id. */
@Service
class JudgePower implements PowersToDecide {

    private final DecisionPowers powers;

    JudgePower(DecisionPowers powers) {
        this.powers = powers;
    }

    @Override
    public Optional<PowerLack> lack(
            DecisionMaker maker, String by, GrantKind kind, Euros amount, LocalDate day) {
        return powers.all().lack(maker, by, kind, amount, day);
    }

    @Override
    public Optional<PowerLack> lackOfNamed(
            DecisionMaker maker, String by, GrantKind kind, Euros amount, LocalDate day) {
        return powers.all().lackOfNamed(maker, by, kind, amount, day);
    }

    @Override
    public Optional<PowerLack> lackToTakeUp(
            DecisionMaker board, String by, GrantKind kind, LocalDate day) {
        return powers.all().lackToTakeUp(board, by, kind, day);
    }
}
