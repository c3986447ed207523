package fi.kumppani.events.event;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * What an event is about, in a word that its source knows.
 *
 * @param id at the source, such as {@code yso:p1808}
 * @param name in the languages in which the source told it; null when it told none
 */
public record Keyword(String id, @Nullable LocalizedText name) {}
