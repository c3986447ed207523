package fi.kumppani.grants.interest;

import java.time.LocalDate;

/**
 * The part a person takes, or would take, in a matter.
 *
 * @param subject the person, as the identity provider's opaque {@code sub}
 * @param matter in what
 * @param since the day from which on they must have been impartial, not after today
 */
public record Part(String subject, Matter matter, LocalDate since) {}
