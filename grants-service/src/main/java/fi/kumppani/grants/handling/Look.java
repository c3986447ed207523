package fi.kumppani.grants.handling;

import fi.kumppani.grants.scheme.Scheme;

import java.util.List;
import java.util.Optional;

/**
 * How an application is handled, with what its call says of it.
 *
 * @param row the application's own
 * @param call how far its call is
 * @param scheme by which grounds the call grants
 */
public record Look(Handling row, CallHandling call, Scheme scheme) {

    /** Whether no more reviews are taken. */
    public boolean isRoundOver() {
        return call.isClosed() || row.isClosed();
    }

    /** Whether it is not told who applies. */
    public boolean isBlind() {
        return scheme.blindReview() && !isRoundOver();
    }

    /**
     * Whether this reader is not told who applies; see {@link
     * fi.kumppani.grants.grantapplication.BlindRounds}.
     */
    public boolean isBlindTo(String reader) {
        Assignment assignment = row.assignment();
        return isBlind() && (assignment == null || !assignment.officer().equals(reader));
    }

    /** How far it is. */
    public Handling.State state() {
        return call.isClosed() && row.counting() > 0 ? Handling.State.REVIEWED : row.state();
    }

    /** The reviews this person may read; see {@link Handling#visibleTo}. */
    public List<Review> reviewsFor(String reader) {
        return row.visibleTo(reader, call.isClosed());
    }

    /** The weighted score, for who may read the reviews it comes from. */
    public Optional<WeightedScore> scoreFor(String reader) {
        return WeightedScore.of(scheme.criteria(), reviewsFor(reader));
    }
}
