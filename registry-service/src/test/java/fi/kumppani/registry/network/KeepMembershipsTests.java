package fi.kumppani.registry.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.LegalForm;
import fi.kumppani.registry.association.Origin;
import fi.kumppani.registry.association.Search;
import fi.kumppani.registry.association.Upkeep;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

class KeepMembershipsTests {

    private static final MunicipalityCode HERE = new MunicipalityCode("743");

    /** Half past one at night in Helsinki, the evening before in UTC. */
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T23:30:00Z"), ZoneOffset.UTC);

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final MembershipId ID = new MembershipId("forum", "club");

    private final InMemoryNetworks networks = new InMemoryNetworks();
    private final OneAssociation associations = new OneAssociation();
    private final KeepMemberships keep =
            new KeepMemberships(networks, networks.memberships, associations, CLOCK);

    KeepMembershipsTests() {
        networks.begin("forum");
    }

    @Test
    void letsInWhoAskedByTheDayInHelsinki() {
        assertThat(keep.ask(ID, 0)).isInstanceOf(Outcome.Kept.class);
        assertThat(current()).isEqualTo(new Membership.Asked(ID, TODAY));

        keep.admit(ID, Optional.empty(), 1);

        assertThat(current()).isEqualTo(new Membership.Member(ID, TODAY));
    }

    @Test
    void refusesADayThatHasNotCome() {
        assertThat(keep.admit(ID, Optional.of(TODAY.plusDays(1)), 0))
                .isEqualTo(new KeepMemberships.Result.InTheFuture());
        assertThat(networks.memberships.find(ID)).isEmpty();
    }

    @Test
    void doesNotOverlookWhatSomebodyElseChanged() {
        keep.ask(ID, 0);
        assertThatThrownBy(() -> keep.admit(ID, Optional.empty(), 0))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void takesNobodyIntoANetworkThatHasEnded() {
        keep.admit(ID, Optional.empty(), 0);
        networks.end("forum");
        var other = new MembershipId("forum", "other");

        assertThat(keep.ask(other, 0)).isEqualTo(new Outcome.Refused<>(Refusal.NETWORK_ENDED));
        assertThat(current()).as("stays as it was").isInstanceOf(Membership.Member.class);
        assertThat(keep.end(ID, 1)).as("may still leave").isInstanceOf(Outcome.Kept.class);
    }

    @Test
    void takesNoAssociationThatDoesNotExistAnyMore() {
        associations.dissolveAfterLooks = 0;
        assertThat(keep.ask(ID, 0)).isEqualTo(new Outcome.Refused<>(Refusal.ASSOCIATION_DISSOLVED));
        assertThat(networks.memberships.find(ID)).isEmpty();
    }

    @Test
    void overlooksNoAssociationThatIsDissolvedWhileItJoins() {
        associations.dissolveAfterLooks = 1;
        assertThat(keep.admit(ID, Optional.empty(), 0))
                .isEqualTo(
                        new KeepMemberships.Result.Decided(
                                new Outcome.Refused<>(Refusal.ASSOCIATION_DISSOLVED)));
        assertThat(current()).isInstanceOf(Membership.Ended.class);
    }

    @Test
    void endsWhateverADissolvedAssociationHasInAnyNetwork() {
        for (int i = 0; i < 120; i++) {
            networks.begin("n%03d".formatted(i));
        }
        var last = new MembershipId("n119", "club");
        var others = new MembershipId("n119", "other");
        keep.ask(ID, 0);
        keep.admit(last, Optional.empty(), 0);
        keep.admit(others, Optional.empty(), 0);

        keep.endAllOf("club");
        keep.endAllOf("club");

        assertThat(current()).isEqualTo(new Membership.Ended(ID, Optional.empty(), TODAY));
        assertThat(networks.memberships.find(last).orElseThrow().body())
                .isEqualTo(new Membership.Ended(last, Optional.of(TODAY), TODAY));
        assertThat(networks.memberships.find(others).orElseThrow().body())
                .isInstanceOf(Membership.Member.class);
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        assertThat(keep.ask(new MembershipId("gone", "club"), 0))
                .isEqualTo(new Outcome.Unknown<>());
        assertThat(keep.ask(new MembershipId("forum", "nobody"), 0))
                .isEqualTo(new Outcome.Unknown<>());
        assertThat(keep.end(ID, 1)).isEqualTo(new Outcome.Unknown<>());
    }

    private Membership current() {
        return networks.memberships.find(ID).orElseThrow().body();
    }

    /** Associations of which all but one are there for good. */
    private static final class OneAssociation implements Associations {

        private int dissolveAfterLooks = Integer.MAX_VALUE;
        private int looks;

        @Override
        public Optional<Stored<Association>> find(String id) {
            if (id.equals("nobody")) {
                return Optional.empty();
            }
            boolean dissolved = looks++ >= dissolveAfterLooks;
            var alive =
                    new Association.Unverified(
                            new Origin(id, HERE, Instant.EPOCH, false),
                            new Facts(
                                    LocalizedText.finnish("Seura ry"),
                                    Optional.empty(),
                                    Optional.empty(),
                                    LegalForm.OTHER,
                                    Optional.empty(),
                                    List.of(),
                                    true),
                            Upkeep.NONE);
            return Optional.of(
                    new Stored<>(
                            id, HERE, 1, 1, dissolved ? alive.dissolve(Optional.empty()) : alive));
        }

        @Override
        public Map<String, Association> findAll(Collection<String> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Stored<Association>> list(String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Stored<Association>> matching(Search search, String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Addition> foresee(Association association, Creation creation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Addition add(Association association, Creation creation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public fi.kumppani.registry.association.Outcome change(
                String id,
                long version,
                Function<Association, fi.kumppani.registry.association.Step> decide) {
            throw new UnsupportedOperationException();
        }

        @Override
        public fi.kumppani.registry.association.Outcome change(
                String id, Function<Association, fi.kumppani.registry.association.Step> decide) {
            throw new UnsupportedOperationException();
        }
    }
}
