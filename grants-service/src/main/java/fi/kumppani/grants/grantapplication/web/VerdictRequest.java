package fi.kumppani.grants.grantapplication.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import fi.kumppani.grants.grantapplication.CostCategory;
import fi.kumppani.grants.grantapplication.CostShare;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.Grounds;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the decision maker decides.
 *
 * @param decision {@code grant}, {@code refuse} or {@code not-examine}
 * @param amount what is granted; absent unless something is
 * @param shares what it is granted for, by kind of costs; absent when as a whole
 * @param reasons codes of the catalogue; at least one when nothing is granted
 * @param explanation more about the reasons, which is public
 * @param secret what only the party and those who handle the matter may read
 * @param maker in which capacity it is decided; some official when absent
 */
record VerdictRequest(
        @NotNull Kind decision,
        @Nullable Euros amount,
        @Nullable @Size(max = 7) List<@NotNull @Valid ShareBody> shares,
        @Nullable @Size(max = 10) List<@NotNull String> reasons,
        @Nullable LocalizedText explanation,
        @Nullable @Size(max = Grounds.MOST_CHARACTERS) String secret,
        @Nullable @Valid MakerBody maker) {

    enum Kind {
        @JsonProperty("grant")
        GRANT,
        @JsonProperty("refuse")
        REFUSE,
        @JsonProperty("not-examine")
        NOT_EXAMINE
    }

    /** What is granted for one kind of costs. */
    record ShareBody(@NotNull String category, @NotNull Euros amount) {

        static ShareBody of(CostShare share) {
            return new ShareBody(WireCodes.of(share.category()), share.amount());
        }
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
        Grounds grounds = new Grounds(known(errors), explanation, secret);
        errors.longest("explanation", explanation, Grounds.MOST_CHARACTERS);
        return switch (decision) {
            case GRANT -> {
                List<CostShare> divided = divided(errors);
                if (amount == null || amount.cents() == 0) {
                    errors.add("amount", "not-positive", "More than nothing");
                } else if (!divided.isEmpty() && !sum(divided).equals(amount)) {
                    errors.add("shares", "sum", "In all as much as the amount");
                }
                errors.throwIfAny();
                yield new Verdict.Grant(Objects.requireNonNull(amount), divided, grounds);
            }
            case REFUSE -> {
                requireNothingGranted(grounds, errors);
                yield new Verdict.Refuse(grounds);
            }
            case NOT_EXAMINE -> {
                requireNothingGranted(grounds, errors);
                yield new Verdict.NotExamine(grounds);
            }
        };
    }

    private void requireNothingGranted(Grounds grounds, FieldErrors errors) {
        if (amount != null) {
            errors.add("amount", "not-expected", "Nothing is granted");
        }
        if (shares != null && !shares.isEmpty()) {
            errors.add("shares", "not-expected", "Nothing is granted");
        }
        if (grounds.reasons().isEmpty() && errors.isEmpty()) {
            errors.add("reasons", "missing", "Who is granted nothing is told why");
        }
        errors.throwIfAny();
    }

    private List<CostShare> divided(FieldErrors errors) {
        List<ShareBody> asked = shares == null ? List.of() : shares;
        Map<CostCategory, CostShare> divided = new EnumMap<>(CostCategory.class);
        for (int i = 0; i < asked.size(); i++) {
            ShareBody share = asked.get(i);
            String field = "shares[" + i + "]";
            var category = WireCodes.read(CostCategory.class, share.category());
            if (category.isEmpty()) {
                errors.add(field + ".category", "unknown", "Not in the catalogue");
            } else if (share.amount().cents() == 0) {
                errors.add(field + ".amount", "not-positive", "More than nothing");
            } else if (divided.putIfAbsent(
                            category.get(), new CostShare(category.get(), share.amount()))
                    != null) {
                errors.add(field + ".category", "duplicate", "Each kind of costs once");
            }
        }
        return List.copyOf(divided.values());
    }

    private static Euros sum(List<CostShare> shares) {
        return shares.stream().map(CostShare::amount).reduce(Euros.ZERO, Euros::plus);
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
