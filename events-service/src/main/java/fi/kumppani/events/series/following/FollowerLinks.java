package fi.kumppani.events.series.following;

import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.security.SignedLink;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The links by which those who follow a series see what they follow, and leave it. */
@Service
public class FollowerLinks {

    private static final String FOLLOW = "series.follow";

    /** Longer than anybody goes on following without a look at it; who leaves, ends it. */
    private static final Duration LINK = Duration.ofDays(3650);

    private final LinkSigner signer;
    private final Followers followers;
    private final Clock clock;

    FollowerLinks(LinkSigner signer, Followers followers, Clock clock) {
        this.signer = signer;
        this.followers = followers;
        this.clock = clock;
    }

    /** A token for the links of a follower, good for ten years; for their address alone. */
    public String mint(FollowerId id) {
        return signer.mint(FOLLOW, id.toString(), 0, clock.instant().plus(LINK));
    }

    /** The follower, gone or not, if the token is theirs. */
    public Optional<Follower> open(FollowerId id, String token) {
        return signer.verify(token, FOLLOW, clock.instant())
                                instanceof SignedLink.Valid(String subject, long _)
                        && subject.equals(id.toString())
                ? followers.find(id)
                : Optional.empty();
    }
}
