package fi.kumppani.newsletter.letter;

import java.security.PrivateKey;

/**
 * What a letter is signed with (DKIM, RFC 6376).
 *
 * @param domain whose signature it is
 * @param selector under which the domain publishes the public key
 * @param key an RSA key
 */
public record DomainSignature(String domain, String selector, PrivateKey key) {

    /** Says nothing of the key, so that no log does. */
    @Override
    public String toString() {
        return "DomainSignature[" + selector + "._domainkey." + domain + "]";
    }
}
