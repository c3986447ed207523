package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.ApplicationWindow;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.grants.eligibility.Circumstances;
import fi.kumppani.grants.eligibility.Companions;
import fi.kumppani.grants.eligibility.Plan;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applications in each state, reached by the moves that lead there. */
public final class GrantApplicationFixtures {

    public static final Instant OPENS = Instant.parse("2026-12-31T22:00:00Z");
    public static final Instant CLOSES = Instant.parse("2027-01-31T22:00:00Z");
    public static final Instant IN_TIME = Instant.parse("2027-01-15T10:00:00Z");
    public static final AssociationId ASSOCIATION =
            new AssociationId("019a5f0e-7c00-7000-8000-000000000001");
    public static final CallId CALL = new CallId("019a5f0e-7c00-7000-8000-000000000004");
    public static final ApplicationId APPLICATION =
            new ApplicationId("019a5f0e-7c00-7000-8000-000000000005");
    public static final DecisionId DECISION = new DecisionId("decision-1");

    private GrantApplicationFixtures() {}

    /** The village fund: 30 000 euros a year, 400 for one application. */
    public static CallTerms villageFund() {
        return new CallTerms(
                LocalizedText.finnish("Kylien kehittämisraha 2027"),
                null,
                null,
                2027,
                Euros.parse("30000"),
                Euros.parse("400"),
                Set.of(
                        AssociationForm.REGISTERED_ASSOCIATION,
                        AssociationForm.UNREGISTERED_GROUP,
                        AssociationForm.COOPERATIVE),
                new ApplicationWindow(OPENS, CLOSES),
                List.of(),
                Scheme.of(GrantKind.VILLAGE_DEVELOPMENT));
    }

    /** An active association of this form. */
    public static Optional<Applicant> applicant(AssociationForm form, boolean active) {
        return Optional.of(
                new Applicant(
                        ASSOCIATION,
                        LocalizedText.finnish("Kortesjärven kyläyhdistys"),
                        form,
                        new MunicipalityCode("052"),
                        active));
    }

    /** A draft that asks for this much. */
    public static GrantApplication.Draft draft(String requested) {
        return new GrantApplication.Draft(
                new Filing(APPLICATION, CALL, 2027, ASSOCIATION, false), proposal(requested));
    }

    /** A proposal that asks for this much. */
    public static Proposal proposal(String requested) {
        return new Proposal(
                "Kyläjuhla",
                "Elokuun kyläjuhla",
                Plan.of(Euros.parse(requested)),
                new ContactPoint(new EmailAddress("kyla@example.org"), Language.FI),
                List.of());
    }

    /** An applicant at a moment, with money left and nothing else applied for. */
    public static Circumstances circumstances(Optional<Applicant> applicant, Instant now) {
        return new Circumstances(
                now,
                new MunicipalityCode("052"),
                CALL,
                applicant,
                true,
                List.of(),
                null,
                Companions.NONE);
    }

    /** An application that arrived in time. */
    public static GrantApplication.Submitted submitted(String requested) {
        return switch (draft(requested)
                .eligibility(
                        villageFund(),
                        circumstances(
                                applicant(AssociationForm.REGISTERED_ASSOCIATION, true),
                                IN_TIME))) {
            case GrantApplication.Eligibility.Eligible eligible ->
                    eligible.submit(new DiaryNumber(new MunicipalityCode("052"), 2027, 42));
            case GrantApplication.Eligibility.Ineligible(var reason) ->
                    throw new IllegalArgumentException("Not eligible: " + reason);
        };
    }

    /** An application that waits for the ledger. */
    public static GrantApplication.Deciding deciding(String requested, String granted) {
        return switch (submitted(requested)
                .decide(DECISION, request(grant(granted)), villageFund())) {
            case GrantApplication.Deliberation.Begun(var deciding) -> deciding;
            case GrantApplication.Deliberation other ->
                    throw new IllegalArgumentException("Not begun: " + other);
        };
    }

    /** To grant this much. */
    public static Verdict grant(String amount, DecisionReason... reasons) {
        return new Verdict.Grant(Euros.parse(amount), List.of(reasons));
    }

    /** To refuse for these reasons. */
    public static Verdict refuse(DecisionReason... reasons) {
        return new Verdict.Refuse(List.of(reasons));
    }

    /** A decision maker's request. */
    public static DecisionRequest request(Verdict verdict) {
        return new DecisionRequest(
                verdict,
                DecisionMaker.SOME_OFFICIAL,
                "decision-maker",
                LocalDate.of(2027, 3, 1),
                new Creation("request-1", "hash-1"));
    }
}
