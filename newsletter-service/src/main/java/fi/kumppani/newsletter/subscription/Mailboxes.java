package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.secret.KeyedHash;
import fi.kumppani.kit.text.EmailAddress;

import java.util.Arrays;
import java.util.Base64;

/**
 * Recognises mailboxes by a keyed hash. The key belongs to the deployment and is never changed:
 * with another one nobody's subscription would be found.
 */
public final class Mailboxes {

    private static final String PURPOSE = "kumppani-mailbox\0";
    private static final int PRINT_BYTES = 16;

    private final KeyedHash hash;

    /**
     * @param base64Key at least 32 random bytes
     * @throws IllegalArgumentException when it is not that
     */
    public Mailboxes(String base64Key) {
        this.hash = new KeyedHash("addresses", base64Key);
    }

    /** The mailbox of an address, the same for all its spellings. */
    public Mailbox of(EmailAddress address) {
        return of(address.mailbox());
    }

    /** The mailbox that letters to an address are likely read in, whatever stands behind a plus. */
    Mailbox ofAccount(EmailAddress address) {
        return of(address.account());
    }

    private Mailbox of(String spelling) {
        byte[] print = hash.of(PURPOSE, spelling);
        return new Mailbox(
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Arrays.copyOf(print, PRINT_BYTES)));
    }
}
