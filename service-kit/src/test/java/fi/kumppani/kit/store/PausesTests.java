package fi.kumppani.kit.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

class PausesTests {

    private static final long HALF_A_MILLISECOND = 500_000;

    private final List<Long> rests = new ArrayList<>();

    @Test
    void restsTwiceAsLongAtMostEachTimeUpToAnEnd() {
        Pauses longest = new Pauses(bound -> bound - 1, rests::add);

        for (int before : new int[] {0, 1, 2, 6, 7, 1_000}) {
            longest.after(before);
        }

        assertThat(rests)
                .containsExactly(
                        HALF_A_MILLISECOND - 1,
                        2 * HALF_A_MILLISECOND - 1,
                        4 * HALF_A_MILLISECOND - 1,
                        64 * HALF_A_MILLISECOND - 1,
                        64 * HALF_A_MILLISECOND - 1,
                        64 * HALF_A_MILLISECOND - 1);
    }

    @Test
    void restsForAnyPartOfThatTime() {
        Pauses pauses = new Pauses(new Random(1)::nextLong, rests::add);

        for (int i = 0; i < 1_000; i++) {
            pauses.after(3);
        }

        assertThat(
                        rests.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                rest -> rest * 10 / (8 * HALF_A_MILLISECOND),
                                                Collectors.counting())))
                .as("how many rests fell into which tenth of the time")
                .containsOnlyKeys(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L)
                .allSatisfy((_, many) -> assertThat(many).isBetween(50L, 200L));
    }
}
