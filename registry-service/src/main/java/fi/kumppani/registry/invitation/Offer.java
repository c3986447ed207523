package fi.kumppani.registry.invitation;

import fi.kumppani.registry.mandate.MandateModule;
import fi.kumppani.registry.mandate.Mark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What somebody is invited to; it stays when the invitation is over.
 *
 * @param id UUIDv7
 * @param associationId for whom they are to act
 * @param modules where, each once, in the order of the enum
 * @param made when, and by whom
 */
public record Offer(String id, String associationId, List<MandateModule> modules, Mark made) {

    /** How long an invitation can be accepted. */
    public static final Duration LIFE = Duration.ofDays(14);

    /**
     * @throws IllegalArgumentException when it offers nothing
     */
    public Offer {
        modules = modules.stream().distinct().sorted().toList();
        if (modules.isEmpty()) {
            throw new IllegalArgumentException("An invitation is to something");
        }
    }

    /** From when on it cannot be accepted. */
    public Instant expiresAt() {
        return made.at().plus(LIFE);
    }

    /** Whether its time is over. */
    public boolean isOver(Instant now) {
        return !now.isBefore(expiresAt());
    }
}
