package fi.kumppani.events.series.following;

import fi.kumppani.events.registration.Registrant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** One who follows a series, or did. */
public sealed interface Follower {

    /** Their id. */
    FollowerId id();

    /**
     * They follow it.
     *
     * @param person who they are
     * @param association id of the association they come for; null for none
     * @param joinedAt since when
     * @param addressConfirmedAt when they showed that the address is theirs; null for not yet
     * @param mailedAt when it was last owed to them to say what they follow
     * @param requestKey of the request by which they joined
     */
    record Following(
            FollowerId id,
            Registrant.Person person,
            @Nullable String association,
            Instant joinedAt,
            @Nullable Instant addressConfirmedAt,
            Instant mailedAt,
            String requestKey)
            implements Follower {

        /** The same, told now what they follow. */
        Following mailed(Instant now) {
            return new Following(
                    id, person, association, joinedAt, addressConfirmedAt, now, requestKey);
        }

        /** The same, who has shown that the address is theirs. */
        Following confirmed(Instant now) {
            return new Following(id, person, association, joinedAt, now, mailedAt, requestKey);
        }
    }

    /** They do not follow it any more, and nothing is known of them. */
    record Gone(FollowerId id) implements Follower {}
}
