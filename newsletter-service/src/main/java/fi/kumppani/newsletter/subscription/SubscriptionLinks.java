package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.contacts.PortalLinks;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.security.SignedLink;
import fi.kumppani.newsletter.letter.Letter.ListHeaders;
import fi.kumppani.newsletter.letter.ReturnPaths;

import org.springframework.stereotype.Service;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The signed links to a subscription: to pages of the portal, where a button acts. */
@Service
public class SubscriptionLinks {

    private static final String CONFIRM = "subscription.confirm";
    private static final String LEAVE = "subscription.leave";
    private static final String PREFERENCES = "subscription.preferences";
    static final Duration CONFIRM_WITHIN = Duration.ofDays(7);

    /** Leaving must be possible from any letter that somebody still has. */
    private static final Duration LEAVE_WITHIN = Duration.ofDays(5 * 365);

    /** It shows what somebody reads, so it holds no longer than it is of use; another is mailed. */
    private static final Duration PREFER_WITHIN = Duration.ofDays(90);

    private final LinkSigner signer;
    private final PortalLinks portal;
    private final ReturnPaths returnPaths;
    private final Clock clock;

    SubscriptionLinks(LinkSigner signer, PortalLinks portal, ReturnPaths returnPaths, Clock clock) {
        this.signer = signer;
        this.portal = portal;
        this.returnPaths = returnPaths;
        this.clock = clock;
    }

    /**
     * What a link opens.
     *
     * @param id the subscription
     * @param round the round it was signed in
     */
    public record Opened(SubscriptionId id, long round) {}

    /** The link that confirms, good for seven days. */
    public URI confirm(Subscription.Identity identity) {
        return link("confirm", CONFIRM, identity, CONFIRM_WITHIN);
    }

    /** The link that leaves, good for five years. */
    public URI leave(Subscription.Identity identity) {
        return link("leave", LEAVE, identity, LEAVE_WITHIN);
    }

    /** The link to all that its owner chooses in this municipality, good for ninety days. */
    public URI preferences(Subscription.Identity identity) {
        return link("preferences", PREFERENCES, identity, PREFER_WITHIN);
    }

    /** Where the letters of the current municipality can be read; open to all. */
    public URI archive() {
        return URI.create(portal.open("letters"));
    }

    /**
     * What mail programs are told of the list of a subscription.
     *
     * @param domain of the sender
     */
    public ListHeaders headers(Subscription.Identity identity, String domain) {
        URI leave = leave(identity);
        return new ListHeaders(
                identity.id().listId() + "." + domain,
                leave,
                archive(),
                returnPaths
                        .leaving()
                        .map(
                                address ->
                                        URI.create(
                                                "mailto:%s?subject=%s"
                                                        .formatted(address.value(), token(leave))))
                        .orElse(null));
    }

    /** What our own link carries; characters that need no escaping. */
    private static String token(URI link) {
        return link.toString().substring(link.toString().indexOf("token=") + "token=".length());
    }

    /** Whose choices a token may show and change, if we signed it and it holds. */
    public Optional<Opened> openPreferences(String token) {
        return open(token, PREFERENCES);
    }

    /** What a token may confirm, if we signed it and it holds. */
    public Optional<Opened> openToConfirm(String token) {
        return open(token, CONFIRM);
    }

    /** What a token may leave, if we signed it and it holds. */
    public Optional<Opened> openToLeave(String token) {
        return open(token, LEAVE);
    }

    /** Since when wishes that are not confirmed have lapsed. */
    public Instant lapsedBefore() {
        return clock.instant().minus(CONFIRM_WITHIN);
    }

    private URI link(
            String page, String action, Subscription.Identity identity, Duration validity) {
        String token =
                signer.mint(
                        action,
                        identity.id().value(),
                        identity.round(),
                        clock.instant().plus(validity));
        return URI.create(portal.signed("subscriptions", page, token));
    }

    private Optional<Opened> open(String token, String action) {
        return switch (signer.verify(token, action, clock.instant())) {
            case SignedLink.Valid(String subject, long round) ->
                    SubscriptionId.parse(subject).map(id -> new Opened(id, round));
            case SignedLink.Expired _, SignedLink.Invalid _ -> Optional.empty();
        };
    }
}
