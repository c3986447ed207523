package fi.kumppani.grants.grantapplication.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the decision maker decides.
 *
 * @param decision {@code grant} or {@code refuse}
 * @param amount what is granted; absent when refusing
 * @param reasons codes of the catalogue; at least one when refusing
 * @param maker in which capacity it is decided; some official when absent
 */
record VerdictRequest(
        @NotNull Kind decision,
        @Nullable Euros amount,
        @Nullable @Size(max = 10) List<@NotNull String> reasons,
        @Nullable @Valid MakerBody maker) {

    enum Kind {
        @JsonProperty("grant")
        GRANT,
        @JsonProperty("refuse")
        REFUSE
    }

    /** In which capacity it is decided. */
    DecisionMaker decisionMaker() {
        return maker == null ? DecisionMaker.SOME_OFFICIAL : maker.toDomain();
    }

    /**
     * The verdict.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    Verdict verdict() {
        FieldErrors errors = new FieldErrors();
        List<DecisionReason> known = known(errors);
        return switch (decision) {
            case GRANT -> {
                if (amount == null || amount.cents() == 0) {
                    errors.add("amount", "not-positive", "More than nothing");
                }
                errors.throwIfAny();
                yield new Verdict.Grant(Objects.requireNonNull(amount), known);
            }
            case REFUSE -> {
                if (amount != null) {
                    errors.add("amount", "not-expected", "A refusal has no amount");
                }
                if (known.isEmpty() && errors.isEmpty()) {
                    errors.add("reasons", "missing", "A refusal tells why");
                }
                errors.throwIfAny();
                yield new Verdict.Refuse(known);
            }
        };
    }

    private List<DecisionReason> known(FieldErrors errors) {
        List<String> codes = reasons == null ? List.of() : reasons;
        List<DecisionReason> known = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            var reason = DecisionReason.ofCode(codes.get(i));
            if (reason.isEmpty()) {
                errors.add("reasons[" + i + "]", "unknown", "Not in the catalogue");
            } else if (!known.contains(reason.get())) {
                known.add(reason.get());
            }
        }
        return known;
    }
}
