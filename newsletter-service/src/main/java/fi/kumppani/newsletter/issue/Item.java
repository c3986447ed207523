package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * A part of an issue.
 *
 * @param title its heading
 * @param text what it says; plain text, a blank line begins another paragraph
 * @param link where there is more, {@code https} or {@code http}; null for nowhere
 */
public record Item(LocalizedText title, LocalizedText text, @Nullable URI link) {}
