package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.applicant.AssociationId;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** The reports that associations owe of earlier grants in the current municipality. */
public interface OwedReports {

    /**
     * The day on which the first was due that is overdue today, of each that owes such a report; as
     * many look-ups however many are asked about.
     */
    Map<AssociationId, LocalDate> overdueSince(
            Collection<AssociationId> applicants, LocalDate today);
}
