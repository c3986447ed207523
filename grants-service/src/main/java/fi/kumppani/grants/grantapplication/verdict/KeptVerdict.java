package fi.kumppani.grants.grantapplication.verdict;

import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.Grounds;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.grants.scheme.CostCategory;
import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.kit.confidential.Confidential;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A verdict as it is kept.
 *
 * @param kind {@code grant}, {@code refuse} or {@code not-examine}
 * @param deMinimis absent unless it grants de minimis aid
 */
public record KeptVerdict(
        String kind,
        long cents,
        List<SharePart> shares,
        List<String> reasons,
        @Nullable LocalizedText explanation,
        @Nullable Confidential secret,
        @Nullable Boolean deMinimis) {

    private static final String GRANT = "grant";
    private static final String REFUSE = "refuse";
    private static final String NOT_EXAMINE = "not-examine";

    /** As it is to be kept. */
    public static KeptVerdict from(Verdict verdict) {
        Grounds grounds = verdict.grounds();
        String secret = grounds.secret();
        return new KeptVerdict(
                switch (verdict) {
                    case Verdict.Grant _ -> GRANT;
                    case Verdict.Refuse _ -> REFUSE;
                    case Verdict.NotExamine _ -> NOT_EXAMINE;
                },
                verdict.amount().cents(),
                verdict instanceof Verdict.Grant(_, var shares, _, _)
                        ? shares.stream().map(SharePart::from).toList()
                        : List.of(),
                grounds.reasons().stream().map(DecisionReason::code).toList(),
                grounds.explanation(),
                secret == null ? null : new Confidential(secret),
                verdict.aid().cents() > 0 ? true : null);
    }

    /** As it was. */
    public Verdict toDomain() {
        Grounds grounds =
                new Grounds(
                        reasons.stream()
                                .map(code -> DecisionReason.ofCode(code).orElseThrow())
                                .toList(),
                        explanation,
                        secret == null ? null : secret.text());
        return switch (kind) {
            case GRANT ->
                    new Verdict.Grant(
                            new Euros(cents),
                            shares.stream().map(SharePart::toDomain).toList(),
                            Boolean.TRUE.equals(deMinimis),
                            grounds);
            case REFUSE -> new Verdict.Refuse(grounds);
            case NOT_EXAMINE -> new Verdict.NotExamine(grounds);
            default -> throw new IllegalStateException("Unknown: " + kind);
        };
    }

    /** What is granted for one kind of costs. */
    public record SharePart(String category, long cents) {

        static SharePart from(CostShare share) {
            return new SharePart(WireCodes.of(share.category()), share.amount().cents());
        }

        CostShare toDomain() {
            return new CostShare(
                    WireCodes.read(CostCategory.class, category).orElseThrow(), new Euros(cents));
        }
    }
}
