package fi.kumppani.grants.elsewhere.persistence;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.elsewhere.ToldDecision;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Outcome;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.WireCodes;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What was told of an association's decisions of a budget year. */
record ToldDecisionsDocument(List<Part> decisions) {

    static final ToldDecisionsDocument EMPTY = new ToldDecisionsDocument(List.of());

    /** Whether this was told, or something newer of the same application. */
    boolean knows(Part part) {
        return decisions.stream()
                .anyMatch(
                        each ->
                                each.application().equals(part.application())
                                        && each.told() >= part.told());
    }

    ToldDecisionsDocument with(Part part) {
        return new ToldDecisionsDocument(
                Stream.concat(
                                decisions.stream()
                                        .filter(
                                                each ->
                                                        !each.application()
                                                                .equals(part.application())),
                                Stream.of(part))
                        .toList());
    }

    /**
     * A decision.
     *
     * @param told the sequence of the message
     */
    record Part(
            String municipality,
            String application,
            String call,
            long requestedCents,
            long grantedCents,
            String outcome,
            LocalDate decidedOn,
            long told) {

        static Part from(ToldDecision decision, long told) {
            return new Part(
                    decision.municipality().value(),
                    decision.application().value(),
                    decision.call().value(),
                    decision.requested().cents(),
                    decision.granted().cents(),
                    decision.outcome().code(),
                    decision.decidedOn(),
                    told);
        }

        ToldDecision toDomain(AssociationId association, int year) {
            return new ToldDecision(
                    association,
                    year,
                    new MunicipalityCode(municipality),
                    new ApplicationId(application),
                    new CallId(call),
                    new Euros(requestedCents),
                    new Euros(grantedCents),
                    WireCodes.read(Outcome.class, outcome).orElseThrow(),
                    decidedOn);
        }
    }
}
