package fi.kumppani.grants.interest;

import fi.kumppani.grants.applicant.AssociationId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tie between a person and an association, as the person declared it. It may end, but what was
 * declared stays, with when it was.
 *
 * @param id its id
 * @param association to which association
 * @param kind what kind of tie
 * @param from its first day
 * @param foreseenUntil its last day as it was declared; null when none was known
 * @param declaredAt when it was declared
 * @param ends what was stated of its end since then, in that order; the last one counts
 */
public record Tie(
        String id,
        AssociationId association,
        TieKind kind,
        LocalDate from,
        @Nullable LocalDate foreseenUntil,
        Instant declaredAt,
        List<End> ends) {

    /**
     * A statement of when a tie ends.
     *
     * @param until its last day, not before its first; null to say that it goes on after all
     * @param statedAt when this was stated
     */
    public record End(@Nullable LocalDate until, Instant statedAt) {}

    /** Copies the list. */
    public Tie {
        ends = List.copyOf(ends);
    }

    /** Its last day, as it was stated last; empty when none is known. */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(ends.isEmpty() ? foreseenUntil : ends.getLast().until());
    }

    /** The same with another statement of its end. */
    Tie ending(End end) {
        return new Tie(
                id,
                association,
                kind,
                from,
                foreseenUntil,
                declaredAt,
                Stream.concat(ends.stream(), Stream.of(end)).toList());
    }

    /** Whether it is in force on at least one of these days. */
    boolean holdsBetween(LocalDate first, LocalDate last) {
        return !from.isAfter(last) && until().filter(first::isAfter).isEmpty();
    }
}
