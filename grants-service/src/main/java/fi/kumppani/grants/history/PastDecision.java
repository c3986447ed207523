package fi.kumppani.grants.history;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.grantapplication.Verdict;

import java.time.LocalDate;

/**
 * A decision of the past.
 *
 * @param key stable at its source: the same key again is the same decision
 * @param contentHash of all its source says
 * @param callKey the key of the past call it belongs to
 * @param association whom it was made for
 * @param proposal what was asked for
 * @param verdict what was decided
 * @param decidedOn when
 */
public record PastDecision(
        String key,
        String contentHash,
        String callKey,
        AssociationId association,
        Proposal proposal,
        Verdict verdict,
        LocalDate decidedOn) {}
