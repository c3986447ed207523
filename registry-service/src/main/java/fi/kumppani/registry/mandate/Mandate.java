package fi.kumppani.registry.mandate;

/**
 * What one person may do for one association: granted once, and revoked for good. Who is to act
 * again gets a new one.
 *
 * @param id UUIDv7
 * @param associationId for whom
 * @param subject the person, as the identity provider's opaque {@code sub}
 * @param module where
 * @param valid whether it holds now
 */
public record Mandate(
        String id, String associationId, String subject, MandateModule module, boolean valid) {

    /** A new one. */
    public static Mandate granted(
            String id, String associationId, String subject, MandateModule module) {
        return new Mandate(id, associationId, subject, module, true);
    }

    /** The same, which holds no more. */
    public Mandate revoked() {
        return new Mandate(id, associationId, subject, module, false);
    }
}
