package fi.kumppani.newsletter.bounce;

import fi.kumppani.kit.secret.KeyedHash;
import fi.kumppani.newsletter.mail.Suppressions;
import fi.kumppani.newsletter.subscription.Mailboxes;
import fi.kumppani.newsletter.subscription.ManageSubscriptions;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** The use cases of what comes back, wired by hand. */
public final class BounceUseCases {

    private static final String KEY = "dGVzdHMtcmVjb2duaXNlLW1haWxib3hlcy13aXRoLXRoaXM=";

    private BounceUseCases() {}

    /** Return paths below a domain. */
    public static SignedReturnPaths paths(@Nullable String domain) {
        return new SignedReturnPaths(new Mailboxes(KEY), new KeyedHash("addresses", KEY), domain);
    }

    /** Taking what comes back. */
    public static TakeBounce take(
            Standings standings, ManageSubscriptions manageSubscriptions, Clock clock) {
        return new TakeBounce(standings, manageSubscriptions, clock);
    }

    /** Whom nothing is sent to. */
    public static Suppressions suppressions(Standings standings, TakeBounce takeBounce) {
        return new StandingSuppressions(standings, takeBounce, new Mailboxes(KEY));
    }
}
