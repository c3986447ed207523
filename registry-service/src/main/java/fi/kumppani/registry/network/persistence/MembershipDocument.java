package fi.kumppani.registry.network.persistence;

import fi.kumppani.registry.network.Membership;
import fi.kumppani.registry.network.MembershipId;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** A membership as it is kept. */
record MembershipDocument(
        String network,
        String association,
        String state,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    static final String ASKED = "asked";
    static final String MEMBER = "member";
    static final String ENDED = "ended";

    static MembershipDocument from(Membership membership) {
        return switch (membership) {
            case Membership.Asked asked -> of(asked.id(), ASKED, asked.askedOn(), null, null);
            case Membership.Member member -> of(member.id(), MEMBER, null, member.since(), null);
            case Membership.Ended ended ->
                    of(ended.id(), ENDED, null, ended.since().orElse(null), ended.until());
        };
    }

    private static MembershipDocument of(
            MembershipId id,
            String state,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {
        return new MembershipDocument(id.network(), id.association(), state, askedOn, since, until);
    }

    Membership toDomain() {
        var id = new MembershipId(network, association);
        return switch (state) {
            case ASKED -> new Membership.Asked(id, Objects.requireNonNull(askedOn));
            case MEMBER -> new Membership.Member(id, Objects.requireNonNull(since));
            case ENDED ->
                    new Membership.Ended(
                            id, Optional.ofNullable(since), Objects.requireNonNull(until));
            default -> throw new IllegalStateException("No state " + state + " is known");
        };
    }
}
