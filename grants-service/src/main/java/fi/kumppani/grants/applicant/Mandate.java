package fi.kumppani.grants.applicant;

/**
 * What one person may do for one association in matters of grants. One that was revoked never holds
 * again; who is to act again gets a new one.
 *
 * @param id a UUIDv7, so that ids tell which of two is newer
 * @param association for whom
 * @param subject the person, as the identity provider's opaque {@code sub}
 * @param valid whether it holds
 */
public record Mandate(String id, AssociationId association, String subject, boolean valid) {}
