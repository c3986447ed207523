package fi.kumppani.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A text in the languages of the users; at least one of them is given.
 *
 * @param fi Finnish
 * @param sv Swedish
 * @param en English
 */
public record LocalizedTexts(@Nullable String fi, @Nullable String sv, @Nullable String en) {}
