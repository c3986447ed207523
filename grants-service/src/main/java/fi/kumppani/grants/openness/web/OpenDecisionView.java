package fi.kumppani.grants.openness.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.openness.OpenDecision;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A decision as everybody may read it.
 *
 * @param kind of the grant, such as {@code village-development}
 * @param associationId absent of a group that is no registered body, and is not named
 * @param associationName its name, or what kind of group it is
 * @param partnerIds registered bodies that applied together with it
 * @param outcome granted, partly-granted, refused or not-examined
 * @param paid what has left of it
 * @param reasons in words for everybody; what else was written is not told
 * @param madeBy official or board
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenDecisionView(
        String callId,
        LocalizedText callTitle,
        String kind,
        String diaryNumber,
        @Nullable String associationId,
        LocalizedText associationName,
        List<String> partnerIds,
        Euros requested,
        String outcome,
        Euros granted,
        Euros paid,
        List<LocalizedText> reasons,
        String madeBy,
        LocalDate decidedOn) {

    static OpenDecisionView of(OpenDecision open) {
        GrantApplication.Decided decided = open.decided();
        Decision decision = decided.decision();
        return new OpenDecisionView(
                open.call().value(),
                open.terms().title(),
                WireCodes.of(open.terms().scheme().kind()),
                decided.receipt().number().toString(),
                Optional.ofNullable(open.openly().id()).map(AssociationId::value).orElse(null),
                open.openly().name(),
                open.partners().stream().map(AssociationId::value).toList(),
                decided.proposal().requested(),
                decided.outcome().code(),
                decision.granted(),
                open.paid(),
                decision.reasons().stream().map(DecisionReason::text).toList(),
                WireCodes.of(decision.request().maker().kind()),
                decision.request().decidedOn());
    }
}
