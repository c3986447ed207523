package fi.kumppani.grants.elsewhere;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Outcome;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.time.LocalDate;

/**
 * A decision as a municipality told everybody of it.
 *
 * @param year the budget year
 */
public record ToldDecision(
        AssociationId association,
        int year,
        MunicipalityCode municipality,
        ApplicationId application,
        CallId call,
        Euros requested,
        Euros granted,
        Outcome outcome,
        LocalDate decidedOn) {}
