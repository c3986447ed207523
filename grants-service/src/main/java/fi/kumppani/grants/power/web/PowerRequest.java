package fi.kumppani.grants.power.web;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.power.DecisionPower;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A power to decide.
 *
 * @param use {@code decide} or {@code take-up}; absent for the first
 * @param maker {@code official} or {@code board}
 * @param title which one
 * @param kinds for which kinds of grants; absent for all
 * @param limit the most that may be granted in one decision; absent when there is no limit
 * @param validFrom its first day
 * @param validUntil its last day, if one is foreseen
 * @param rule where it stands
 * @param holders who may record its decisions, as the identity provider knows them; never names
 */
record PowerRequest(
        @Nullable String use,
        @NotBlank String maker,
        @NotBlank @Size(max = 120) String title,
        @Nullable @Size(max = 20) List<@NotNull String> kinds,
        @Nullable Euros limit,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @NotBlank @Size(max = 120) String rule,
        @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 255) String> holders) {

    /**
     * What it gives to whom.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    DecisionPower.Terms terms() {
        FieldErrors errors = new FieldErrors();
        var kind = WireCodes.read(DecisionMaker.Kind.class, maker);
        if (kind.isEmpty()) {
            errors.add("maker", "unknown", "One of " + WireCodes.all(DecisionMaker.Kind.class));
        }
        DecisionPower.Use lets = lets(errors);
        if (lets == DecisionPower.Use.TAKE_UP) {
            requireTakeUp(errors);
        }
        Set<GrantKind> known = known(errors);
        if (limit != null && limit.cents() == 0) {
            errors.add("limit", "not-positive", "More than nothing");
        }
        if (validUntil != null && validUntil.isBefore(validFrom)) {
            errors.add("validUntil", "before-first-day", "Not before the first day");
        }
        errors.throwIfAny();
        return new DecisionPower.Terms(
                lets,
                kind.orElseThrow(),
                title.strip(),
                known,
                limit,
                validFrom,
                validUntil,
                rule.strip(),
                Set.copyOf(holders));
    }

    private DecisionPower.Use lets(FieldErrors errors) {
        if (use == null) {
            return DecisionPower.Use.DECIDE;
        }
        var read = WireCodes.read(DecisionPower.Use.class, use);
        if (read.isEmpty()) {
            errors.add("use", "unknown", "One of " + WireCodes.all(DecisionPower.Use.class));
        }
        return read.orElse(DecisionPower.Use.DECIDE);
    }

    private void requireTakeUp(FieldErrors errors) {
        if (WireCodes.of(DecisionMaker.Kind.OFFICIAL).equals(maker)) {
            errors.add("maker", "not-a-board", "Boards alone take decisions up");
        }
        if (limit != null) {
            errors.add("limit", "not-expected", "What is taken up has no limit");
        }
    }

    private Set<GrantKind> known(FieldErrors errors) {
        Set<GrantKind> known = EnumSet.noneOf(GrantKind.class);
        List<String> codes = kinds == null ? List.of() : kinds;
        for (int i = 0; i < codes.size(); i++) {
            Optional<GrantKind> kind = WireCodes.read(GrantKind.class, codes.get(i));
            if (kind.isEmpty()) {
                errors.add(
                        "kinds[" + i + "]", "unknown", "One of " + WireCodes.all(GrantKind.class));
            } else if (!known.add(kind.get())) {
                errors.add("kinds[" + i + "]", "duplicate", "Each kind once");
            }
        }
        return known;
    }
}
