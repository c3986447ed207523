package fi.kumppani.grants.interest;

import java.time.LocalDate;

/**
 * The part a person takes, or would take, in a matter.
 *
 * @param subject the person, as the identity provider's opaque {@code sub}
 * @param matter in what
 * @param first the first day on which they must have been impartial
 * @param last the last such day, not before the first
 */
public record Part(String subject, Matter matter, LocalDate first, LocalDate last) {}
