package fi.kumppani.grants.changerequest;

import fi.kumppani.grants.grantapplication.Proposal;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What a grant is used for, and when.
 *
 * @param use what for; null when that was never told
 * @param beginsOn the first day; null when not told
 * @param endsOn the last day, not before the first; null when not told
 */
public record GrantTerms(
        @Nullable String use, @Nullable LocalDate beginsOn, @Nullable LocalDate endsOn) {

    /** Those that were applied for. */
    static GrantTerms of(Proposal proposal) {
        return new GrantTerms(proposal.purpose(), proposal.beginsOn(), proposal.endsOn());
    }

    /** The same with what another says otherwise. */
    GrantTerms with(GrantTerms change) {
        return new GrantTerms(
                change.use() == null ? use : change.use(),
                change.beginsOn() == null ? beginsOn : change.beginsOn(),
                change.endsOn() == null ? endsOn : change.endsOn());
    }

    /** Whether its days are in disorder. */
    boolean endsBeforeItBegins() {
        return beginsOn != null && endsOn != null && endsOn.isBefore(beginsOn);
    }
}
