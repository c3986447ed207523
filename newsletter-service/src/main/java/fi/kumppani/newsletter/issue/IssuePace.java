package fi.kumppani.newsletter.issue;

/**
 * How much of the way out one issue may take, so that mails somebody waits for pass it by.
 *
 * @param connections letters handed over at once, at least 1
 */
public record IssuePace(int connections) {}
