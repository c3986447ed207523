package fi.kumppani.contracts.registry;

/**
 * An invitation to act for an association; never who is invited.
 *
 * @param id UUIDv7
 * @param associationId for whom
 * @param status {@code open}, {@code accepted}, {@code withdrawn} or {@code expired}
 */
public record Invitation(String id, String associationId, String status) {}
