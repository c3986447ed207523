package fi.kumppani.newsletter.bounce;

import org.jspecify.annotations.Nullable;

/**
 * A letter came back: never whose.
 *
 * @param standing of the mailbox
 * @param kind what came back
 * @param letterId the letter; null when the report did not say
 */
public record News(Standing standing, Bounce.Kind kind, @Nullable String letterId) {}
