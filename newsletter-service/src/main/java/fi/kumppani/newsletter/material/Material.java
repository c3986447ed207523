package fi.kumppani.newsletter.material;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something public that a letter can tell of.
 *
 * @param kind what it is
 * @param id of the event or the call
 * @param title what it is called
 * @param about what it is about; null when nothing is said
 * @param place where it is; null for nowhere
 * @param from when it begins, or opens
 * @param until when it ends, or closes
 * @param registerBy until when one may register; null when one need not
 */
public record Material(
        Kind kind,
        String id,
        LocalizedText title,
        @Nullable LocalizedText about,
        @Nullable LocalizedText place,
        Instant from,
        Instant until,
        @Nullable Instant registerBy) {

    /**
     * A call for grants.
     *
     * @param opensAt when it opens
     * @param until when it closes, or was closed
     */
    public static Material ofCall(String id, LocalizedText title, Instant opensAt, Instant until) {
        return new Material(Kind.CALL, id, title, null, null, opensAt, until, null);
    }

    /** What a letter can tell of. */
    public enum Kind {
        EVENT,
        CALL
    }
}
