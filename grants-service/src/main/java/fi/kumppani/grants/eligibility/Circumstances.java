package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
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
 * @param overdueSince the day on which the first report was due that the association still owes;
 *     null when none is overdue, and when the call does not ask
 * @param companions who applies together with the association
 */
public record Circumstances(
        Instant now,
        MunicipalityCode here,
        CallId call,
        Optional<Applicant> applicant,
        boolean moneyIsLeft,
        List<Earlier> others,
        @Nullable LocalDate overdueSince,
        Companions companions) {

    /** Copies the list. */
    public Circumstances {
        others = List.copyOf(others);
    }
}
