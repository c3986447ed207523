package fi.kumppani.localstack.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.localstack.demonstration.DemonstrationFiles.Grants;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.Place;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class GrantSharesTests {

    @Test
    void addUpToWhatTheSourcesSay() {
        Map<String, Long> sums =
                DemonstrationFiles.places().stream()
                        .collect(
                                Collectors.toMap(
                                        Place::code,
                                        place ->
                                                place.grants().stream()
                                                        .flatMap(grants -> share(grants).stream())
                                                        .mapToLong(Long::longValue)
                                                        .sum()));

        assertThat(sums).containsEntry("743", 98_640_000L).containsEntry("052", 6_520_000L);
    }

    @Test
    void areTheSameEachTimeAndNeverMoreThanTheCap() {
        DemonstrationFiles.places().stream()
                .flatMap(place -> place.grants().stream())
                .forEach(
                        grants -> {
                            assertThat(share(grants)).isEqualTo(share(grants));
                            assertThat(share(grants))
                                    .hasSize(grants.decisions())
                                    .allMatch(cents -> cents > 0 && cents <= grants.capCents());
                        });
    }

    @Test
    void areAllTheCapWhenNothingElseIsPossible() {
        assertThat(Cents.share(120_000, 3, 40_000, 1)).containsOnly(40_000L);
    }

    @Test
    void areRefusedWhenTheyCannotHoldTheSum() {
        assertThatThrownBy(() -> Cents.share(130_000, 3, 40_000, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Long> share(Grants grants) {
        return Cents.share(
                Cents.of(grants.granted()),
                grants.decisions(),
                grants.capCents(),
                grants.key().hashCode());
    }
}
