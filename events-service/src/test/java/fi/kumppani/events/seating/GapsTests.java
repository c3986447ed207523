package fi.kumppani.events.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fi.kumppani.events.seating.Gaps.Range;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;

class GapsTests {

    @Test
    void joinsNumbersThatTouch() {
        Gaps gaps = Gaps.NONE.with(5).with(9).with(7);
        assertThat(gaps.ranges())
                .containsExactly(new Range(5, 5), new Range(7, 7), new Range(9, 9));

        assertThat(gaps.with(6).ranges()).containsExactly(new Range(5, 7), new Range(9, 9));
        assertThat(gaps.with(6).with(8).ranges()).containsExactly(new Range(5, 9));
        assertThat(gaps.with(4).with(10).ranges())
                .containsExactly(new Range(4, 5), new Range(7, 7), new Range(9, 10));
    }

    @Test
    void counts() {
        Gaps gaps = Gaps.NONE.with(5).with(6).with(9);

        assertThat(gaps.count()).isEqualTo(3);
        assertThat(gaps.countBelow(5)).isZero();
        assertThat(gaps.countBelow(6)).isEqualTo(1);
        assertThat(gaps.countBelow(9)).isEqualTo(2);
        assertThat(gaps.countBelow(10)).isEqualTo(3);
    }

    @Test
    void forgetsWhatIsSettled() {
        Gaps gaps = Gaps.NONE.with(5).with(6).with(7).with(9);

        assertThat(gaps.after(4)).isEqualTo(gaps);
        assertThat(gaps.after(6).ranges()).containsExactly(new Range(7, 7), new Range(9, 9));
        assertThat(gaps.after(9).ranges()).isEmpty();
    }

    @Test
    void refusesToGiveANumberUpTwice() {
        Gaps gaps = Gaps.NONE.with(5).with(6);

        assertThatIllegalArgumentException().isThrownBy(() -> gaps.with(5));
        assertThatIllegalArgumentException().isThrownBy(() -> gaps.with(6));
    }

    @Test
    void refusesRangesOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gaps(List.of(new Range(5, 6), new Range(7, 7))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gaps(List.of(new Range(9, 9), new Range(5, 5))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(5, 4));
    }

    @Test
    void agreesWithASetOfNumbers() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            TreeSet<Long> model = new TreeSet<>();
            Gaps gaps = Gaps.NONE;
            for (int i = 0; i < 60; i++) {
                long number = 1L + random.nextInt(90);
                if (model.add(number)) {
                    gaps = gaps.with(number);
                }
                long asked = random.nextInt(95);
                assertThat(gaps.count()).as("seed " + seed).isEqualTo(model.size());
                assertThat(gaps.countBelow(asked))
                        .as("seed " + seed)
                        .isEqualTo(model.headSet(asked).size());
                assertThat(gaps.contains(asked))
                        .as("seed " + seed)
                        .isEqualTo(model.contains(asked));
                assertThat(gaps.after(asked).count())
                        .as("seed " + seed)
                        .isEqualTo(model.tailSet(asked, false).size());
            }
        }
    }
}
