package fi.kumppani.events.series.following.persistence;

import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.series.following.Follower;
import fi.kumppani.events.series.following.FollowerId;
import fi.kumppani.kit.confidential.Confidential;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One who follows a series, as they are kept; its id is {@code <series>:<number>}.
 *
 * @param known absent when they are gone
 */
record FollowerDocument(@Nullable KnownDocument known) {

    /** What is known of somebody as long as they follow it. */
    record KnownDocument(
            Confidential name,
            Confidential email,
            String language,
            @Nullable String association,
            Instant joinedAt,
            @Nullable Instant addressConfirmedAt,
            Instant mailedAt,
            String requestKey) {}

    static FollowerDocument from(Follower follower) {
        return switch (follower) {
            case Follower.Gone _ -> new FollowerDocument(null);
            case Follower.Following following ->
                    new FollowerDocument(
                            new KnownDocument(
                                    new Confidential(following.person().name()),
                                    new Confidential(following.person().email().value()),
                                    following.person().language().code(),
                                    following.association(),
                                    following.joinedAt(),
                                    following.addressConfirmedAt(),
                                    following.mailedAt(),
                                    following.requestKey()));
        };
    }

    Follower toDomain(FollowerId id) {
        return known == null
                ? new Follower.Gone(id)
                : new Follower.Following(
                        id,
                        new Registrant.Person(
                                known.name().text(),
                                new EmailAddress(known.email().text()),
                                Language.ofCode(known.language())),
                        known.association(),
                        known.joinedAt(),
                        known.addressConfirmedAt(),
                        known.mailedAt(),
                        known.requestKey());
    }
}
