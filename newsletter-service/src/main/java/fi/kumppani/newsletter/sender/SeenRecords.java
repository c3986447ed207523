package fi.kumppani.newsletter.sender;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which records a domain has published.
 *
 * @param spf who may send for it (RFC 7208)
 * @param dkim the key that letters are signed with (RFC 6376)
 * @param dmarc what becomes of letters without either (RFC 7489)
 * @param at when they were looked up; null for not yet
 */
public record SeenRecords(boolean spf, boolean dkim, boolean dmarc, @Nullable Instant at) {

    /** Nobody has looked. */
    public static final SeenRecords NONE = new SeenRecords(false, false, false, null);

    /** Whether all were there. */
    public boolean isComplete() {
        return spf && dkim && dmarc;
    }
}
