package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is true about an applicant and a call at a moment, whatever is asked for.
 *
 * @param now the server's clock
 * @param here the municipality that grants
 * @param call the call
 * @param applicant the association, if the registry has told of it
 * @param moneyIsLeft whether the call has anything left to grant
 * @param others what else the association has applied for in the budget year
 */
public record Circumstances(
        Instant now,
        MunicipalityCode here,
        CallId call,
        Optional<Applicant> applicant,
        boolean moneyIsLeft,
        List<Earlier> others) {

    /** Copies the list. */
    public Circumstances {
        others = List.copyOf(others);
    }
}
