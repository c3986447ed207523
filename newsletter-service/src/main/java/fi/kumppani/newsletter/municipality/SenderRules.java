package fi.kumppani.newsletter.municipality;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.newsletter.letter.DomainSignature;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Whom letters come from.
 *
 * @param domain under which a municipality without an address of its own has one: {@code
 *     noreply@<municipality>.<domain>}
 * @param signature what letters from under that domain are signed with; null when the mail server
 *     signs them, or nobody
 * @param own addresses by the municipality's code
 */
public record SenderRules(
        String domain, @Nullable DomainSignature signature, Map<String, Own> own) {

    /** Copies the map. */
    public SenderRules {
        own = Map.copyOf(own);
    }

    /**
     * The addresses of a municipality.
     *
     * @param address where its letters come from
     * @param replyTo where answers to them go
     */
    public record Own(EmailAddress address, EmailAddress replyTo) {}
}
