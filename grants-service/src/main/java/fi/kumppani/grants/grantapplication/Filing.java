package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;

/**
 * What stays the same about an application from its start.
 *
 * @param id its id
 * @param call the call it answers
 * @param year the budget year of the call
 * @param applicant the association that applies
 * @param imported whether it came with an import of history
 */
public record Filing(
        ApplicationId id, CallId call, int year, AssociationId applicant, boolean imported) {}
