package fi.kumppani.events.series.following;

import fi.kumppani.events.registration.Fingerprint;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Followers in memory, with who was told and what was written down. */
public final class InMemoryFollowers implements Followers {

    private final Map<String, FollowedSeries> series = new TreeMap<>();
    private final Map<FollowerId, Follower> followers = new HashMap<>();
    private final Map<String, Long> claims = new HashMap<>();
    private final Map<String, String> requests = new HashMap<>();
    private final List<FollowerId> told = new ArrayList<>();
    private final List<FollowerLine> written = new ArrayList<>();

    List<FollowerId> told() {
        return told;
    }

    List<FollowerLine> written() {
        return written;
    }

    int traces() {
        return claims.size() + requests.size();
    }

    @Override
    public FollowedSeries of(String id) {
        return series.getOrDefault(id, FollowedSeries.NONE);
    }

    @Override
    public Optional<Follower> find(FollowerId id) {
        return Optional.ofNullable(followers.get(id));
    }

    @Override
    public Optional<Follower> ofMailbox(String id, Fingerprint mailbox) {
        return Optional.ofNullable(claims.get(id + mailbox.value()))
                .flatMap(number -> find(new FollowerId(id, number)));
    }

    @Override
    public List<Follower> list(String id, long after, int limit) {
        List<Follower> found = new ArrayList<>();
        for (long number = after + 1; number <= after + limit; number++) {
            find(new FollowerId(id, number)).ifPresent(found::add);
        }
        return found;
    }

    @Override
    public <R> R decide(String id, Function<FollowerDesk, R> decide) {
        return decide.apply(new Desk(id));
    }

    @Override
    public void eraseTraces(Follower.Following follower, Fingerprint mailbox) {
        claims.remove(follower.id().series() + mailbox.value());
        requests.remove(follower.id().series() + follower.requestKey());
    }

    @Override
    public List<KeptFollowerLine> journal(String id, String after, int limit) {
        throw new UnsupportedOperationException("See what was written");
    }

    @Override
    public List<Located> toLookThrough(Instant moment, String after, int limit) {
        return series.entrySet().stream()
                .filter(each -> each.getKey().compareTo(after) > 0)
                .filter(
                        each -> {
                            Instant lookAt = each.getValue().lookAt();
                            return lookAt != null && !lookAt.isAfter(moment);
                        })
                .limit(limit)
                .map(each -> new Located(each.getKey(), new MunicipalityCode("743")))
                .toList();
    }

    private final class Desk implements FollowerDesk {

        private final String id;

        private Desk(String id) {
            this.id = id;
        }

        @Override
        public FollowedSeries series() {
            return of(id);
        }

        @Override
        public Optional<Follower> follower(long number) {
            return find(new FollowerId(id, number));
        }

        @Override
        public Optional<Long> claimOf(Fingerprint mailbox) {
            return Optional.ofNullable(claims.get(id + mailbox.value()));
        }

        @Override
        public Optional<String> askedBefore(String requestKey) {
            return Optional.ofNullable(requests.get(id + requestKey));
        }

        @Override
        public void keep(FollowedSeries next) {
            series.put(id, next);
        }

        @Override
        public void keep(Follower follower) {
            followers.put(follower.id(), follower);
        }

        @Override
        public void keepAndTell(Follower.Following follower) {
            keep(follower);
            told.add(follower.id());
        }

        @Override
        public void claim(Fingerprint mailbox, long number) {
            claims.put(id + mailbox.value(), number);
        }

        @Override
        public void remember(String requestKey, String contentHash) {
            requests.put(id + requestKey, contentHash);
        }

        @Override
        public void log(FollowerLine line) {
            written.add(line);
        }
    }
}
