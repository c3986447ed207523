package fi.kumppani.grants.redress.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.redress.Redress;
import fi.kumppani.grants.redress.RedressCase;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * What was done about a decision; days are those of Europe/Helsinki.
 *
 * @param finalFrom the first day on which the decision in force is final; absent while that cannot
 *     be told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RedressView(
        List<CaseView> cases,
        @Nullable CourtAppealBody courtAppeal,
        @Nullable LocalDate finalFrom) {

    static RedressView of(Redress redress, @Nullable LocalDate finalFrom) {
        Redress.CourtAppeal appeal = redress.courtAppeal();
        return new RedressView(
                redress.cases().stream().map(CaseView::of).toList(),
                appeal == null ? null : new CourtAppealBody(appeal.filedOn(), appeal.endedOn()),
                finalFrom);
    }

    /**
     * One case.
     *
     * @param kind {@code party-claim}, {@code member-claim} or {@code taken-up}
     * @param claimant who claims; absent when a board took it up
     * @param outcome {@code revised}, {@code dismissed}, {@code not-examined} or {@code withdrawn}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseView(
            int number,
            String kind,
            int decision,
            LocalDate arrivedOn,
            boolean late,
            String hearer,
            @Nullable String claimant,
            @Nullable String text,
            @Nullable String outcome,
            @Nullable LocalDate ruledOn,
            @Nullable String section,
            @Nullable LocalizedText explanation,
            @Nullable LocalDate knownOn) {

        static CaseView of(RedressCase each) {
            RedressCase.Claim claim = each.claim();
            RedressCase.Ruling ruling = each.ruling();
            return new CaseView(
                    each.number(),
                    WireCodes.of(each.kind()),
                    each.decision(),
                    each.arrivedOn(),
                    each.late(),
                    each.hearer(),
                    claim == null ? null : claim.claimant(),
                    claim == null ? null : claim.text(),
                    ruling == null ? null : WireCodes.of(ruling.outcome()),
                    ruling == null ? null : ruling.ruledOn(),
                    ruling == null ? null : ruling.section(),
                    ruling == null ? null : ruling.explanation(),
                    ruling == null ? null : ruling.knownOn());
        }
    }
}
