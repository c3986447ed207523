package fi.kumppani.contracts.newsletter;

/**
 * The public state of a subscription: that somebody reads a list, never who.
 *
 * @param id UUIDv7
 * @param listId the list
 * @param status {@code asked}, {@code confirmed} or {@code ended}
 */
public record Subscription(String id, String listId, String status) {}
