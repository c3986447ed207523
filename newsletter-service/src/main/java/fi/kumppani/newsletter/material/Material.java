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

    /** What a letter can tell of. */
    public enum Kind {
        EVENT,
        CALL
    }
}
