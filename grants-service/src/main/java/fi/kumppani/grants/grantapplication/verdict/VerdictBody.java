package fi.kumppani.grants.grantapplication.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import fi.kumppani.grants.costplan.ShareBody;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.Grounds;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is decided or proposed.
 *
 * @param decision {@code grant}, {@code refuse} or {@code not-examine}
 * @param amount what is granted; absent unless something is
 * @param shares what it is granted for, by kind of costs; absent when as a whole
 * @param reasons codes of the catalogue; at least one when nothing is granted
 * @param explanation more about the reasons, which is public
 * @param secret what only the party and those who handle the matter may read
 * @param deMinimis that what is granted is de minimis aid, even if the call does not say so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerdictBody(
        @NotNull Kind decision,
        @Nullable Euros amount,
        @Nullable @Size(max = 8) List<@NotNull @Valid ShareBody> shares,
        @Nullable @Size(max = 10) List<@NotNull String> reasons,
        @Nullable LocalizedText explanation,
        @Nullable @Size(max = Grounds.MOST_CHARACTERS) String secret,
        @Nullable Boolean deMinimis) {

    /** What is decided. */
    public enum Kind {
        @JsonProperty("grant")
        GRANT,
        @JsonProperty("refuse")
        REFUSE,
        @JsonProperty("not-examine")
        NOT_EXAMINE
    }

    /** The verdict with all of it. */
    public static VerdictBody of(Verdict verdict) {
        Grounds grounds = verdict.grounds();
        return new VerdictBody(
                switch (verdict) {
                    case Verdict.Grant _ -> Kind.GRANT;
                    case Verdict.Refuse _ -> Kind.REFUSE;
                    case Verdict.NotExamine _ -> Kind.NOT_EXAMINE;
                },
                verdict instanceof Verdict.Grant(var amount, _, _, _) ? amount : null,
                verdict instanceof Verdict.Grant(_, var shares, _, _) && !shares.isEmpty()
                        ? shares.stream().map(ShareBody::of).toList()
                        : null,
                grounds.reasons().stream().map(DecisionReason::code).toList(),
                grounds.explanation(),
                grounds.secret(),
                verdict.aid().cents() > 0 ? true : null);
    }

    /** The same without what is secret. */
    public VerdictBody inPublic() {
        return new VerdictBody(decision, amount, shares, reasons, explanation, null, deMinimis);
    }

    /** The same without what anybody wrote. */
    public VerdictBody withoutWords() {
        return new VerdictBody(decision, amount, shares, reasons, null, null, deMinimis);
    }

    /**
     * The verdict.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    public Verdict verdict() {
        return verdict("");
    }

    /**
     * The verdict.
     *
     * @param at what stands before the names of its fields, such as {@code rows[3].}
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    public Verdict verdict(String at) {
        FieldErrors errors = new FieldErrors();
        Grounds grounds = new Grounds(known(errors, at), explanation, secret);
        errors.longest(at + "explanation", explanation, Grounds.MOST_CHARACTERS);
        return switch (decision) {
            case GRANT -> {
                List<CostShare> divided = ShareBody.read(shares, at + "shares", errors);
                if (amount == null || amount.cents() == 0) {
                    errors.add(at + "amount", "not-positive", "More than nothing");
                } else if (!divided.isEmpty() && !sum(divided).equals(amount)) {
                    errors.add(at + "shares", "sum", "In all as much as the amount");
                }
                errors.throwIfAny();
                yield new Verdict.Grant(
                        Objects.requireNonNull(amount),
                        divided,
                        Boolean.TRUE.equals(deMinimis),
                        grounds);
            }
            case REFUSE -> {
                requireNothingGranted(grounds, errors, at);
                yield new Verdict.Refuse(grounds);
            }
            case NOT_EXAMINE -> {
                requireNothingGranted(grounds, errors, at);
                yield new Verdict.NotExamine(grounds);
            }
        };
    }

    private void requireNothingGranted(Grounds grounds, FieldErrors errors, String at) {
        if (amount != null) {
            errors.add(at + "amount", "not-expected", "Nothing is granted");
        }
        if (shares != null && !shares.isEmpty()) {
            errors.add(at + "shares", "not-expected", "Nothing is granted");
        }
        if (grounds.reasons().isEmpty() && errors.isEmpty()) {
            errors.add(at + "reasons", "missing", "Who is granted nothing is told why");
        }
        errors.throwIfAny();
    }

    private static Euros sum(List<CostShare> shares) {
        return shares.stream().map(CostShare::amount).reduce(Euros.ZERO, Euros::plus);
    }

    private List<DecisionReason> known(FieldErrors errors, String at) {
        List<String> codes = reasons == null ? List.of() : reasons;
        List<DecisionReason> known = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            var reason = DecisionReason.ofCode(codes.get(i));
            if (reason.isEmpty()) {
                errors.add(at + "reasons[" + i + "]", "unknown", "Not in the catalogue");
            } else if (!known.contains(reason.get())) {
                known.add(reason.get());
            }
        }
        return known;
    }

    /** Says nothing of what is secret, so that no log does. */
    @Override
    public String toString() {
        return "VerdictBody[" + decision + "]";
    }
}
