package fi.kumppani.grants.consortium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.grants.applicant.AssociationId;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class PartnersTests {

    private static final AssociationId APPLICANT = new AssociationId("a");
    private static final AssociationId VILLAGE = new AssociationId("b");
    private static final AssociationId COOPERATIVE = new AssociationId("c");
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final Partners named = Partners.NONE.named(List.of(VILLAGE, COOPERATIVE));

    @Test
    void haveJoinedWhenEachSaidSo() {
        assertThat(Partners.NONE.haveJoined()).isTrue();
        assertThat(named.joined(VILLAGE, NOW).haveJoined()).isFalse();
        assertThat(named.joined(VILLAGE, NOW).joined(COOPERATIVE, NOW).haveJoined()).isTrue();
    }

    @Test
    void keepTheMomentOfTheFirstWord() {
        Partners joined = named.joined(VILLAGE, NOW);

        assertThat(joined.joined(VILLAGE, NOW.plusSeconds(9))).isEqualTo(joined);
        assertThat(joined.joined(APPLICANT, NOW)).isEqualTo(joined);
    }

    @Test
    void stayJoinedWhenNamedAgain() {
        Partners joined = named.joined(VILLAGE, NOW);

        assertThat(joined.named(List.of(COOPERATIVE, VILLAGE)).find(VILLAGE))
                .hasValueSatisfying(each -> assertThat(each.joinedAt()).isEqualTo(NOW));
        assertThat(joined.without(VILLAGE).named(List.of(VILLAGE)).haveJoined()).isFalse();
    }

    @Test
    void applyWithTheApplicantAndOnceEach() {
        assertThat(named.and(APPLICANT)).containsExactlyInAnyOrder(APPLICANT, VILLAGE, COOPERATIVE);
        List<AssociationId> twice = List.of(VILLAGE, VILLAGE);
        assertThatThrownBy(() -> Partners.NONE.named(twice))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
