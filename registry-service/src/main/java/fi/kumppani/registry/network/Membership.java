package fi.kumppani.registry.network;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That an association belongs to a network, wants to, or did. All days are those of
 * Europe/Helsinki. Who joins again goes on with the same membership; earlier times of it are in its
 * messages.
 */
public sealed interface Membership {

    /** Of whom and where. */
    MembershipId id();

    /**
     * The association asked for it; nobody has accepted.
     *
     * @param id of whom and where
     * @param askedOn when
     */
    record Asked(MembershipId id, LocalDate askedOn) implements Membership {}

    /**
     * The association is a member.
     *
     * @param id of whom and where
     * @param since the first day
     */
    record Member(MembershipId id, LocalDate since) implements Membership {}

    /**
     * The association is no member any more, or its request came to nothing.
     *
     * @param id of whom and where
     * @param since the first day of the membership; empty for a request
     * @param until the last day
     */
    record Ended(MembershipId id, Optional<LocalDate> since, LocalDate until)
            implements Membership {}

    /** An association without a membership, or with one that has ended, asks for one. */
    static Step<Membership> ask(MembershipId id, Optional<Membership> before, LocalDate today) {
        return switch (before.orElse(null)) {
            case Asked _ -> new Step.Stay<>();
            case Member _ -> new Step.Refuse<>(Refusal.ALREADY_MEMBER);
            case Ended _ -> new Step.Take<>(new Asked(id, today));
            case null -> new Step.Take<>(new Asked(id, today));
        };
    }

    /**
     * An official accepts or adds the association, or corrects since when it is a member.
     *
     * @param since the first day; empty for today, or for what it is already
     */
    static Step<Membership> admit(
            MembershipId id,
            Optional<Membership> before,
            Optional<LocalDate> since,
            LocalDate today) {
        if (before.orElse(null) instanceof Member member
                && since.orElse(member.since()).equals(member.since())) {
            return new Step.Stay<>();
        }
        return new Step.Take<>(new Member(id, since.orElse(today)));
    }

    /** The association leaves or takes its request back, or an official removes or declines it. */
    default Step<Membership> end(LocalDate today) {
        return switch (this) {
            case Asked _ -> new Step.Take<>(new Ended(id(), Optional.empty(), today));
            case Member member ->
                    new Step.Take<>(new Ended(id(), Optional.of(member.since()), today));
            case Ended _ -> new Step.Stay<>();
        };
    }
}
