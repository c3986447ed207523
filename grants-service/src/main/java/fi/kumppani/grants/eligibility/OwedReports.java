package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.applicant.AssociationId;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** The reports that associations owe of earlier grants in the current municipality. */
public interface OwedReports {

    /**
     * A report that is overdue.
     *
     * @param about the diary number of the application that was granted to, or its id without one
     * @param since the day on which it was due
     */
    record Overdue(String about, LocalDate since) {}

    /**
     * The first report that is overdue today, of each that owes such a report; as many look-ups
     * however many are asked about.
     */
    Map<AssociationId, Overdue> overdue(Collection<AssociationId> applicants, LocalDate today);
}
