package fi.kumppani.newsletter.link;

import fi.kumppani.kit.contacts.PortalLinks;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.security.SignedLink;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Service;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The addresses in letters that lead to their target over a count. An address says which link of
 * which issue it is and where it leads, the same for every reader; as we sign it, it leads nowhere
 * else, and following it needs no store.
 */
@Service
public class CountedLinks {

    private static final String ACTION = "letter.link";
    private static final char BEFORE_TARGET = '.';
    private static final String BETWEEN = ":";

    /** As the way out of a list: as long as somebody may still have the letter. */
    private static final Duration LETTERS_LEAD_FOR = Duration.ofDays(5 * 365);

    private static final Duration PREVIEWS_LEAD_FOR = Duration.ofDays(30);
    private static final long NOT_COUNTED = 0;
    private static final long COUNTED = 1;

    private final LinkCountings countings;
    private final LinkSigner signer;
    private final PortalLinks portal;
    private final Clock clock;

    CountedLinks(LinkCountings countings, LinkSigner signer, PortalLinks portal, Clock clock) {
        this.countings = countings;
        this.signer = signer;
        this.portal = portal;
        this.clock = clock;
    }

    /** Leads over a count. */
    @FunctionalInterface
    public interface Detour {

        /**
         * The address for a link.
         *
         * @param position of the link in the issue, from 0
         * @param target where it leads
         */
        URI to(int position, URI target);
    }

    /**
     * What an address is.
     *
     * @param issueId the issue
     * @param position of the link in the issue, from 0
     * @param target where it leads
     * @param counted false in previews
     */
    public record Opened(String issueId, int position, URI target, boolean counted) {}

    /**
     * The detour in the letters of an issue; empty when links were not counted when it was sent.
     *
     * @param sentAt when sending began
     */
    public Optional<Detour> inLetters(String issueId, Instant sentAt) {
        return countings.current().body().wasOnAt(sentAt)
                ? Optional.of(detour(issueId, COUNTED, sentAt.plus(LETTERS_LEAD_FOR)))
                : Optional.empty();
    }

    /** The detour in previews of an issue, which looks alike and counts nothing. */
    public Optional<Detour> inPreviews(String issueId) {
        return countings.current().body().isOn()
                ? Optional.of(detour(issueId, NOT_COUNTED, clock.instant().plus(PREVIEWS_LEAD_FOR)))
                : Optional.empty();
    }

    /** What the last part of an address says, if we signed it for the current municipality. */
    public Optional<Opened> open(String address) {
        int end = address.indexOf(BEFORE_TARGET);
        if (end < 0) {
            return Optional.empty();
        }
        String target = decoded(address.substring(end + 1));
        return switch (signer.verify(address.substring(0, end), ACTION, clock.instant())) {
            case SignedLink.Valid(String subject, long generation) ->
                    opened(subject.split(BETWEEN, -1), target, generation == COUNTED);
            case SignedLink.Expired _, SignedLink.Invalid _ -> Optional.empty();
        };
    }

    private Detour detour(String issueId, long generation, Instant until) {
        return (position, target) -> {
            String subject =
                    String.join(
                            BETWEEN,
                            Tenancy.current().value(),
                            issueId,
                            String.valueOf(position),
                            print(target.toString()));
            return URI.create(
                    portal.open(
                            "l",
                            signer.mint(ACTION, subject, generation, until)
                                    + BEFORE_TARGET
                                    + encoded(target.toString())));
        };
    }

    private static Optional<Opened> opened(String[] subject, String target, boolean counted) {
        return subject[0].equals(Tenancy.current().value()) && subject[3].equals(print(target))
                ? Optional.of(
                        new Opened(
                                subject[1],
                                Integer.parseInt(subject[2]),
                                URI.create(target),
                                counted))
                : Optional.empty();
    }

    /** What the signature holds of a target, as tokens are short and targets need not be. */
    private static String print(String target) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(target.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text; empty, which no target is, for what is not encoded so. */
    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
