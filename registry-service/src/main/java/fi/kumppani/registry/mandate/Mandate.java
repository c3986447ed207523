package fi.kumppani.registry.mandate;

import org.jspecify.annotations.Nullable;

/**
 * What one person may do for one association: granted once, and revoked for good. Who is to act
 * again gets a new one.
 *
 * @param id UUIDv7
 * @param associationId for whom
 * @param subject the person, as the identity provider's opaque {@code sub}
 * @param module where
 * @param valid whether it holds now
 * @param granted null for one from before this was written down
 * @param revoked null for one that holds, and for one from before this was written down
 */
public record Mandate(
        String id,
        String associationId,
        String subject,
        MandateModule module,
        boolean valid,
        @Nullable Mark granted,
        @Nullable Mark revoked) {

    /** A new one. */
    public static Mandate granted(
            String id, String associationId, String subject, MandateModule module, Mark granted) {
        return new Mandate(id, associationId, subject, module, true, granted, null);
    }

    /** The same, which holds no more. */
    public Mandate revoked(Mark mark) {
        return new Mandate(id, associationId, subject, module, false, granted, mark);
    }
}
