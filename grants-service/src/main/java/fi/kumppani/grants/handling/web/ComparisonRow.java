package fi.kumppani.grants.handling.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.costplan.CostPlanBody;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.grants.grantapplication.ApplicantYears.PastGrant;
import fi.kumppani.grants.handling.Assignment;
import fi.kumppani.grants.handling.CompareApplications.Compared;
import fi.kumppani.grants.handling.WeightedScore;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An application among the others.
 *
 * @param disqualified the ground on which the reader must keep out of it; then nothing more is told
 * @param associationId who applies; neither it nor its partners nor what it was granted before are
 *     told in a blind review until its round is closed, but to whom it is assigned
 * @param costPlan what it costs by kind and what pays for it; absent when not told
 * @param pastGrants what the applicant was granted in the three budget years before
 * @param total the weighted score, for who may read the reviews
 * @param assignee as the identity provider knows them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComparisonRow(
        String applicationId,
        @Nullable String diaryNumber,
        @Nullable String disqualified,
        @Nullable String associationId,
        @Nullable LocalizedText associationName,
        @Nullable List<String> partnerIds,
        @Nullable Euros requested,
        @Nullable Euros totalCost,
        @Nullable CostPlanBody costPlan,
        @Nullable List<PastGrantView> pastGrants,
        @Nullable String total,
        @Nullable Long reviews,
        @Nullable String assignee,
        @Nullable String state,
        @Nullable String status) {

    /** What was granted for a budget year. */
    record PastGrantView(int year, Euros granted) {

        static PastGrantView of(PastGrant grant) {
            return new PastGrantView(grant.year(), grant.granted());
        }
    }

    static ComparisonRow of(Compared compared, String reader) {
        String id = compared.application().filing().id().value();
        String number = compared.application().number().map(DiaryNumber::toString).orElse(null);
        if (compared.disqualification() != null) {
            return closed(id, number, WireCodes.of(compared.disqualification().ground()));
        }
        boolean blind = compared.look().isBlindTo(reader);
        Applicant applicant = compared.applicant();
        Assignment assignment = compared.look().row().assignment();
        return new ComparisonRow(
                id,
                number,
                null,
                blind ? null : compared.application().filing().applicant().value(),
                blind || applicant == null ? null : applicant.name(),
                blind
                        ? null
                        : compared.application().proposal().partners().ids().stream()
                                .map(AssociationId::value)
                                .toList(),
                compared.application().proposal().requested(),
                compared.application().proposal().totalCost(),
                CostPlanBody.maybe(compared.application().proposal().plan().costs()),
                blind ? null : compared.past().stream().map(PastGrantView::of).toList(),
                compared.look()
                        .scoreFor(reader)
                        .map(WeightedScore::total)
                        .map(total -> total.toPlainString())
                        .orElse(null),
                compared.look().row().counting(),
                assignment == null ? null : assignment.officer(),
                WireCodes.of(compared.look().state()),
                compared.application().status());
    }

    private static ComparisonRow closed(String id, @Nullable String number, String ground) {
        return new ComparisonRow(
                id, number, ground, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }
}
