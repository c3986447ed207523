package fi.kumppani.kit.text;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: one recipient, with nothing in it that could become a second
 * one or a header.
 *
 * @param value dot-atom local part (RFC 5322, section 3.2.3), {@code @}, domain in ASCII
 */
public record EmailAddress(String value) {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN =
            Pattern.compile("(" + LABEL + "\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;

    /**
     * @throws IllegalArgumentException when it is not such an address in its normal spelling
     */
    public EmailAddress {
        if (!isNormal(value)) {
            throw new IllegalArgumentException("An e-mail address has the form name@example.org");
        }
    }

    /** The address somebody typed: trimmed, its domain in lower case and in ASCII. */
    public static Optional<EmailAddress> parse(String typed) {
        String trimmed = typed.strip();
        int at = trimmed.lastIndexOf('@');
        if (at < 1 || trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String domain =
                    IDN.toASCII(trimmed.substring(at + 1), IDN.USE_STD3_ASCII_RULES)
                            .toLowerCase(Locale.ROOT);
            String normal = trimmed.substring(0, at + 1) + domain;
            return isNormal(normal) ? Optional.of(new EmailAddress(normal)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The domain, in lower case. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** The spelling that tells whether two addresses are the same mailbox: all in lower case. */
    public String mailbox() {
        return value.toLowerCase(Locale.ROOT);
    }

    /**
     * The mailbox without what many servers let its owner add to it at will: the detail behind a
     * plus (subaddressing, RFC 5233). It tells whether two addresses are likely one person's, and
     * is never written to.
     */
    public String account() {
        String mailbox = mailbox();
        int plus = mailbox.indexOf('+');
        int at = mailbox.lastIndexOf('@');
        return plus > 0 && plus < at ? mailbox.substring(0, plus) + mailbox.substring(at) : mailbox;
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "EmailAddress[]";
    }

    private static boolean isNormal(String value) {
        int at = value.lastIndexOf('@');
        return value.length() <= LONGEST
                && at >= 1
                && at <= LONGEST_LOCAL
                && LOCAL.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(value.substring(at + 1)).matches();
    }
}
