package fi.kumppani.grants.handling;

import java.time.Instant;

/**
 * Whose work an application is.
 *
 * @param officer the officer, as the identity provider's opaque {@code sub}
 * @param by who assigned it, likewise; the officer, if they took it themselves
 * @param since from when on
 */
public record Assignment(String officer, String by, Instant since) {}
