package fi.kumppani.newsletter.municipality;

import fi.kumppani.newsletter.letter.DomainSignature;

import org.jspecify.annotations.Nullable;

/**
 * Whom letters come from.
 *
 * @param domain under which a municipality without an address of its own has one: {@code
 *     noreply@<municipality>.<domain>}
 * @param letterDomain the same for newsletters
 * @param signature what letters from under that domain are signed with; null when the mail server
 *     signs them, or nobody
 */
public record SenderRules(
        String domain, String letterDomain, @Nullable DomainSignature signature) {}
