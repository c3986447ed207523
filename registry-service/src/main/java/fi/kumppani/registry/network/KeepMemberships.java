package fi.kumppani.registry.network;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Associations;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lets associations into networks, and out of them. */
@Service
public class KeepMemberships {

    private static final int NETWORKS_TOGETHER = 100;

    private final Networks networks;
    private final Memberships memberships;
    private final Associations associations;
    private final Clock clock;

    KeepMemberships(
            Networks networks, Memberships memberships, Associations associations, Clock clock) {
        this.networks = networks;
        this.memberships = memberships;
        this.associations = associations;
        this.clock = clock;
    }

    /** What became of a change to a membership. */
    public sealed interface Result {

        /** It was looked at. */
        record Decided(Outcome<Membership> outcome) implements Result {}

        /** Nobody is a member since a day that has not come. */
        record InTheFuture() implements Result {}
    }

    /**
     * An association asks to become a member.
     *
     * @param version the version the caller has seen; 0 when there was none
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Outcome<Membership> ask(MembershipId id, long version) {
        LocalDate today = today();
        return join(id, version, before -> Membership.ask(id, before, today));
    }

    /**
     * An official accepts an association, adds one that did not ask, or corrects since when it is a
     * member.
     *
     * @param since the first day, in Europe/Helsinki; empty for today, or for what it is already
     * @param version the version the caller has seen; 0 when there was none
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Result admit(MembershipId id, Optional<LocalDate> since, long version) {
        LocalDate today = today();
        if (since.filter(today::isBefore).isPresent()) {
            return new Result.InTheFuture();
        }
        return new Result.Decided(
                join(id, version, before -> Membership.admit(id, before, since, today)));
    }

    /**
     * Ends a membership or a request; what has ended stays as it is.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Outcome<Membership> end(MembershipId id, long version) {
        if (memberships.find(id).isEmpty()) {
            return new Outcome.Unknown<>();
        }
        LocalDate today = today();
        return memberships.change(id, version, before -> before.orElseThrow().end(today));
    }

    /** Ends whatever memberships and requests a dissolved association has. */
    public void endAllOf(String association) {
        List<Stored<Network>> some = networks.list("", NETWORKS_TOGETHER);
        while (!some.isEmpty()) {
            memberships
                    .findAll(
                            some.stream()
                                    .map(network -> new MembershipId(network.id(), association))
                                    .toList())
                    .forEach(membership -> endNow(membership.body().id()));
            some = networks.list(some.getLast().id(), NETWORKS_TOGETHER);
        }
    }

    /**
     * An association that is dissolved while it joins may be overlooked by {@link #endAllOf}, which
     * then finds nothing to end yet: so it is looked at again behind the write.
     */
    private Outcome<Membership> join(
            MembershipId id,
            long version,
            Function<Optional<Membership>, Step<Membership>> decide) {
        Optional<Stored<Network>> network = networks.find(id.network());
        Optional<Stored<Association>> association = associations.find(id.association());
        if (network.isEmpty() || association.isEmpty()) {
            return new Outcome.Unknown<>();
        }
        if (network.get().body() instanceof Network.Ended) {
            return new Outcome.Refused<>(Refusal.NETWORK_ENDED);
        }
        if (association.filter(KeepMemberships::isDissolved).isPresent()) {
            return new Outcome.Refused<>(Refusal.ASSOCIATION_DISSOLVED);
        }
        Outcome<Membership> outcome = memberships.change(id, version, decide);
        if (associations.find(id.association()).filter(KeepMemberships::isDissolved).isPresent()) {
            endNow(id);
            return new Outcome.Refused<>(Refusal.ASSOCIATION_DISSOLVED);
        }
        return outcome;
    }

    private void endNow(MembershipId id) {
        LocalDate today = today();
        var _ = memberships.change(id, membership -> membership.end(today));
    }

    private static boolean isDissolved(Stored<Association> association) {
        return association.body() instanceof Association.Dissolved;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(FinnishTime.ZONE));
    }
}
