package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.applicant.AssociationId;

import java.util.List;

/** What associations have applied for in the current municipality. */
public interface EarlierApplications {

    /**
     * Those of an association that count: handed in for a budget year, not withdrawn, not refused.
     * Imported history does not count.
     */
    List<Earlier> of(AssociationId applicant, int year);
}
