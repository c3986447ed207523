package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.text.LocalizedText;

import java.time.Instant;

/**
 * A list that people subscribe to.
 *
 * @param id UUIDv7
 * @param name what it is called
 * @param createdAt when it was made
 */
public record NewsletterList(String id, LocalizedText name, Instant createdAt) {}
