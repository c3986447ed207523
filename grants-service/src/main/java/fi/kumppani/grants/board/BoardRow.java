package fi.kumppani.grants.board;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.grants.interest.Matter;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An application on a list, with what is proposed for it.
 *
 * @param partners who applies together with the applicant
 * @param position where it stands on the list, from 1; a row that is taken off leaves a gap
 * @param proposal what is proposed
 * @param isOff whether it was taken off the list again
 * @param resolution what the board resolved; null before that
 * @param ending what became of it; null before that
 * @param version counts its changes from 1; the ETag
 */
public record BoardRow(
        ApplicationId application,
        AssociationId applicant,
        Set<AssociationId> partners,
        int position,
        Verdict proposal,
        boolean isOff,
        @Nullable Resolution resolution,
        @Nullable Ending ending,
        long version) {

    /** Copies the set. */
    public BoardRow {
        partners = Set.copyOf(partners);
    }

    /** A row that is new on a list. */
    static BoardRow of(GrantApplication application, int position, Verdict proposal) {
        return new BoardRow(
                application.filing().id(),
                application.filing().applicant(),
                Set.copyOf(application.proposal().partners().ids()),
                position,
                proposal,
                false,
                null,
                null,
                1);
    }

    /** What those who prepare and decide it must be impartial in. */
    public Matter matter() {
        return new Matter(
                application.value(),
                Stream.concat(Stream.of(applicant), partners.stream()).collect(Collectors.toSet()));
    }

    /** Whether the application is taken by this list. */
    public boolean isLive() {
        return !isOff && ending == null;
    }

    /** What is to be decided; empty when nothing is. */
    Optional<Verdict> verdict() {
        return switch (resolution) {
            case null -> Optional.of(proposal);
            case Resolution.AsProposed _ -> Optional.of(proposal);
            case Resolution.Otherwise(var verdict) -> Optional.of(verdict);
            case Resolution.Tabled _, Resolution.Returned _ -> Optional.empty();
        };
    }

    /** The same with another proposal, on the list again if it was off. */
    BoardRow proposing(Verdict next) {
        return new BoardRow(
                application, applicant, partners, position, next, false, null, null, version + 1);
    }

    /** The same, taken off the list. */
    BoardRow off() {
        return new BoardRow(
                application,
                applicant,
                partners,
                position,
                proposal,
                true,
                null,
                null,
                version + 1);
    }

    /** The same, resolved so. */
    BoardRow resolved(Resolution next) {
        return new BoardRow(
                application,
                applicant,
                partners,
                position,
                proposal,
                false,
                next,
                null,
                version + 1);
    }

    /** The same, ended so. */
    BoardRow ended(Ending next) {
        return new BoardRow(
                application,
                applicant,
                partners,
                position,
                proposal,
                false,
                resolution,
                next,
                version + 1);
    }
}
