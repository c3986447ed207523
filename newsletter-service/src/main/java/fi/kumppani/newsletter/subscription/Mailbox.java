package fi.kumppani.newsletter.subscription;

/**
 * Stands for one mailbox in the whole deployment, and tells nothing about it to whoever reads it
 * without the key.
 *
 * @param print keyed hash of the address; characters that ids may have
 */
public record Mailbox(String print) {}
