package fi.kumppani.contracts.registry;

/**
 * What one person may do for one association.
 *
 * @param id UUIDv7
 * @param associationId for whom
 * @param subject the person, as the identity provider's opaque {@code sub}
 * @param module {@code registry}, {@code events}, {@code grants}, {@code newsletter}, or {@code
 *     administration} for who gives and takes these rights
 * @param valid whether it holds now
 */
public record Mandate(
        String id, String associationId, String subject, String module, boolean valid) {}
