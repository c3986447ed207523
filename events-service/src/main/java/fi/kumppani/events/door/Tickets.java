package fi.kumppani.events.door;

import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.Registrations;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.security.SignedLink;

import org.springframework.stereotype.Service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Tickets: signed numbers that say nothing about a person. The ticket of a registration is always
 * the same one, until it is handed over, so that a printed one lasts and its hash can be compared
 * where there is no network.
 */
@Service
public class Tickets {

    private static final String CHECK_IN = "registration.check-in";
    private static final Duration VALID = Duration.ofDays(3 * 365);

    private final LinkSigner signer;
    private final Registrations registrations;
    private final Clock clock;

    Tickets(LinkSigner signer, Registrations registrations, Clock clock) {
        this.signer = signer;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** The ticket of a registration, good for three years from when it was made. */
    public String of(Registration registration) {
        Registration.Particulars particulars = registration.particulars();
        return signer.mint(
                CHECK_IN,
                registration.id().toString(),
                particulars.linkGeneration(),
                particulars.registeredAt().plus(VALID));
    }

    /** What a device knows a ticket by: base64url of its SHA-256. */
    public String hashOf(Registration registration) {
        return sha256(of(registration));
    }

    static String sha256(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** The registration a ticket is of, if it was not handed over since. */
    Optional<Registration> open(String ticket) {
        Instant now = clock.instant();
        return signer.verify(ticket, CHECK_IN, now)
                        instanceof SignedLink.Valid(String subject, long generation)
                ? RegistrationId.parse(subject)
                        .flatMap(registrations::find)
                        .filter(found -> found.particulars().linkGeneration() == generation)
                : Optional.empty();
    }
}
