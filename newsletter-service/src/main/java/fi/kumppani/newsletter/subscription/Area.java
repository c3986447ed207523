package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.text.LocalizedText;

/**
 * A part of a municipality that readers can name as theirs.
 *
 * @param code of the municipality, such as {@code jalasjarvi}; the same on all its lists
 * @param name what it is called
 */
public record Area(String code, LocalizedText name) {}
