package fi.kumppani.events.series.following.persistence;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.registration.Fingerprint;
import fi.kumppani.events.series.following.FollowedSeries;
import fi.kumppani.events.series.following.Follower;
import fi.kumppani.events.series.following.FollowerDesk;
import fi.kumppani.events.series.following.FollowerId;
import fi.kumppani.events.series.following.FollowerLine;
import fi.kumppani.events.series.following.Followers;
import fi.kumppani.events.series.following.KeptFollowerLine;
import fi.kumppani.kit.journal.ChildCollection;
import fi.kumppani.kit.journal.Journal;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.journal.LinePosition;
import fi.kumppani.kit.journal.Turn;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.Envelope;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.store.StoreIndexes;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Series as parents of those who follow them; made when one is followed first. */
@Component
class JournalFollowers implements Followers {

    private static final String SERIES = "series_registrations";

    private final ChildCollection<FollowerDocument> followers;
    private final ChildCollection<FollowerClaimDocument> claims;
    private final ChildCollection<FollowerRequestDocument> requests;
    private final Journal<FollowedSeriesDocument> journal;
    private final MessageTranslator<Follower.Following> translator;

    JournalFollowers(
            Journals journals,
            StoreIndexes indexes,
            MessageTranslator<Follower.Following> translator) {
        this.followers = journals.children(SERIES + ".followers", FollowerDocument.class);
        this.claims = journals.children(SERIES + ".claims", FollowerClaimDocument.class);
        this.requests = journals.children(SERIES + ".requests", FollowerRequestDocument.class);
        this.journal =
                journals.open(SERIES, FollowedSeriesDocument.class, followers, claims, requests);
        this.translator = translator;
        indexes.need(
                SERIES,
                Indexes.ascending(Envelope.BODY + "." + FollowedSeriesDocument.LOOK_AT),
                new IndexOptions().sparse(true));
    }

    @Override
    public FollowedSeries of(String series) {
        return journal.find(series)
                .map(stored -> stored.body().toDomain())
                .orElse(FollowedSeries.NONE);
    }

    @Override
    public Optional<Follower> find(FollowerId id) {
        return followers.find(id.toString()).map(child -> child.body().toDomain(id));
    }

    @Override
    public Optional<Follower> ofMailbox(String series, Fingerprint mailbox) {
        return claims.find(childId(series, mailbox.value()))
                .flatMap(claim -> find(new FollowerId(series, claim.body().number())));
    }

    @Override
    public List<Follower> list(String series, long after, int limit) {
        Map<String, FollowerId> ids = new LinkedHashMap<>();
        LongStream.rangeClosed(after + 1, after + limit)
                .mapToObj(number -> new FollowerId(series, number))
                .forEach(id -> ids.put(id.toString(), id));
        var found = followers.findAll(ids.keySet());
        List<Follower> all = new ArrayList<>();
        ids.forEach(
                (text, id) -> {
                    var child = found.get(text);
                    if (child != null) {
                        all.add(child.body().toDomain(id));
                    }
                });
        return all;
    }

    @Override
    public <R> R decide(String series, Function<FollowerDesk, R> decide) {
        return move(series, decide)
                .or(
                        () -> {
                            var _ =
                                    journal.insert(
                                            series,
                                            null,
                                            FollowedSeriesDocument.from(FollowedSeries.NONE),
                                            FollowerLineDocument.from(
                                                    new FollowerLine(
                                                            FollowerLine.Kind.OPENED,
                                                            null,
                                                            Actor.SYSTEM,
                                                            null)));
                            return move(series, decide);
                        })
                .orElseThrow(() -> new IllegalStateException("Nobody follows " + series));
    }

    private <R> Optional<R> move(String series, Function<FollowerDesk, R> decide) {
        return journal.move(series, turn -> decide.apply(new Desk(series, turn)));
    }

    @Override
    public void eraseTraces(Follower.Following follower, Fingerprint mailbox) {
        String series = follower.id().series();
        claims.erase(List.of(childId(series, mailbox.value())));
        requests.erase(List.of(childId(series, follower.requestKey())));
    }

    @Override
    public List<KeptFollowerLine> journal(String series, String after, int limit) {
        LinePosition position = LinePosition.parse(after).orElse(LinePosition.START);
        return journal
                .find(series)
                .map(_ -> journal.lines(series, FollowerLineDocument.class, position, limit))
                .orElse(List.of())
                .stream()
                .map(
                        line ->
                                new KeptFollowerLine(
                                        line.position().toString(),
                                        line.at(),
                                        line.line().toDomain()))
                .toList();
    }

    @Override
    public List<Located> toLookThrough(Instant moment, String after, int limit) {
        return journal.locateUpTo(FollowedSeriesDocument.LOOK_AT, moment, after, limit);
    }

    private static String childId(String series, String key) {
        return series + ":" + key;
    }

    private final class Desk implements FollowerDesk {

        private final String series;
        private final Turn<FollowedSeriesDocument> turn;

        private Desk(String series, Turn<FollowedSeriesDocument> turn) {
            this.series = series;
            this.turn = turn;
        }

        @Override
        public FollowedSeries series() {
            return turn.state().toDomain();
        }

        @Override
        public Optional<Follower> follower(long number) {
            var id = new FollowerId(series, number);
            return turn.child(followers, id.toString()).map(child -> child.body().toDomain(id));
        }

        @Override
        public Optional<Long> claimOf(Fingerprint mailbox) {
            return turn.child(claims, childId(series, mailbox.value()))
                    .map(child -> child.body().number());
        }

        @Override
        public Optional<String> askedBefore(String requestKey) {
            return turn.child(requests, childId(series, requestKey))
                    .map(child -> child.body().contentHash());
        }

        @Override
        public void keep(FollowedSeries next) {
            turn.set(FollowedSeriesDocument.from(next));
        }

        @Override
        public void keep(Follower follower) {
            turn.put(followers, follower.id().toString(), FollowerDocument.from(follower));
        }

        @Override
        public void keepAndTell(Follower.Following follower) {
            turn.put(
                    followers,
                    follower.id().toString(),
                    FollowerDocument.from(follower),
                    translator.announce(follower).toArray(OutboundMessage[]::new));
        }

        @Override
        public void claim(Fingerprint mailbox, long number) {
            turn.put(claims, childId(series, mailbox.value()), new FollowerClaimDocument(number));
        }

        @Override
        public void remember(String requestKey, String contentHash) {
            turn.put(
                    requests,
                    childId(series, requestKey),
                    new FollowerRequestDocument(contentHash));
        }

        @Override
        public void log(FollowerLine line) {
            turn.log(FollowerLineDocument.from(line));
        }
    }
}
