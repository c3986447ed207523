package fi.kumppani.grants.power;

import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.grantapplication.PowersToDecide;
import fi.kumppani.grants.scheme.GrantKind;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** Judges by what the municipality recorded; one look-up by id. */
@Service
class JudgePower implements PowersToDecide {

    private final DecisionPowers powers;

    JudgePower(DecisionPowers powers) {
        this.powers = powers;
    }

    @Override
    public Optional<PowerLack> lack(DecisionRequest asked, GrantKind kind) {
        return powers.all().lack(asked, kind);
    }
}
