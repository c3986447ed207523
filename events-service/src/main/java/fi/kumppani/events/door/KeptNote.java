package fi.kumppani.events.door;

import org.jspecify.annotations.Nullable;

/**
 * A note as it is remembered.
 *
 * @param note null when only the news came so far that it was a mistake
 * @param takenBack whether it was a mistake
 */
public record KeptNote(@Nullable Note note, boolean takenBack) {}
