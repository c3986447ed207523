package fi.kumppani.newsletter.bounce;

import fi.kumppani.kit.secret.KeyedHash;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.newsletter.letter.ReturnPaths;
import fi.kumppani.newsletter.subscription.Mailbox;
import fi.kumppani.newsletter.subscription.Mailboxes;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives each mailbox a return path of its own (VERP), so that a report says whom it is about even
 * if it says nothing else, and nobody who has not got a letter can make up a report. In hex, as
 * some servers change the case of addresses: {@code
 * b.743.<mailbox>.<signature>@returns.example.org}.
 */
public final class SignedReturnPaths implements ReturnPaths {

    private static final String PURPOSE = "kumppani-return-path\0";
    private static final int SIGNATURE_BYTES = 8;
    private static final Pattern PATH =
            Pattern.compile("b\\.([0-9]{3})\\.([0-9a-f]{32})\\.([0-9a-f]{16})@(.+)");

    private final Mailboxes mailboxes;
    private final KeyedHash key;
    private final @Nullable String domain;

    /**
     * @param key a secret of the deployment
     * @param domain all of whose mail comes to the mailbox that is read; null when none is
     */
    public SignedReturnPaths(Mailboxes mailboxes, KeyedHash key, @Nullable String domain) {
        this.mailboxes = mailboxes;
        this.key = key;
        this.domain = domain;
    }

    /** Whom a report is about. */
    public record Path(MunicipalityCode municipality, Mailbox mailbox) {}

    @Override
    public Optional<EmailAddress> of(EmailAddress to) {
        if (domain == null) {
            return Optional.empty();
        }
        String print = hex(mailboxes.of(to));
        String code = Tenancy.current().value();
        return Optional.of(
                new EmailAddress(
                        "b.%s.%s.%s@%s".formatted(code, print, signature(code, print), domain)));
    }

    @Override
    public Optional<EmailAddress> leaving() {
        return domain == null
                ? Optional.empty()
                : Optional.of(
                        new EmailAddress("leave-" + Tenancy.current().value() + "@" + domain));
    }

    /** Reads what {@link #of} made; empty for anything else. */
    public Optional<Path> read(String address) {
        Matcher path = PATH.matcher(address.strip().toLowerCase(Locale.ROOT));
        if (!path.matches() || !path.group(4).equals(domain)) {
            return Optional.empty();
        }
        boolean ours =
                MessageDigest.isEqual(
                        signature(path.group(1), path.group(2)).getBytes(StandardCharsets.US_ASCII),
                        path.group(3).getBytes(StandardCharsets.US_ASCII));
        return ours
                ? Optional.of(new Path(new MunicipalityCode(path.group(1)), mailbox(path.group(2))))
                : Optional.empty();
    }

    private String signature(String code, String print) {
        byte[] full = key.of(PURPOSE, code + "." + print);
        return HexFormat.of().formatHex(Arrays.copyOf(full, SIGNATURE_BYTES));
    }

    private static String hex(Mailbox mailbox) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(mailbox.print()));
    }

    private static Mailbox mailbox(String hex) {
        return new Mailbox(
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(HexFormat.of().parseHex(hex)));
    }
}
