package fi.kumppani.grants.interest;

import fi.kumppani.grants.applicant.AssociationId;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one person declared of their ties in one municipality (sidonnaisuusilmoitus).
 *
 * @param subject the person, as the identity provider's opaque {@code sub}
 * @param ties in the order they were declared
 */
public record Declaration(String subject, List<Tie> ties) {

    /** The most ties one person declares. */
    public static final int MOST = 200;

    /** Copies the list. */
    public Declaration {
        ties = List.copyOf(ties);
    }

    /** Of somebody who has declared nothing yet. */
    public static Declaration of(String subject) {
        return new Declaration(subject, List.of());
    }

    /** The tie with this id. */
    public Optional<Tie> tie(String id) {
        return ties.stream().filter(tie -> tie.id().equals(id)).findFirst();
    }

    /** The same with one more tie. */
    Declaration with(Tie tie) {
        return new Declaration(subject, Stream.concat(ties.stream(), Stream.of(tie)).toList());
    }

    /** The same with something stated of the end of a tie. */
    Declaration ending(String id, Tie.End end) {
        return new Declaration(
                subject,
                ties.stream().map(tie -> tie.id().equals(id) ? tie.ending(end) : tie).toList());
    }

    /** The first ground there was on at least one of these days, by a tie to one of them. */
    Optional<Ground> ground(
            Collection<AssociationId> associations, LocalDate first, LocalDate last) {
        return ties.stream()
                .filter(tie -> associations.contains(tie.association()))
                .filter(tie -> tie.holdsBetween(first, last))
                .flatMap(tie -> tie.kind().ground().stream())
                .min(Comparator.naturalOrder());
    }
}
