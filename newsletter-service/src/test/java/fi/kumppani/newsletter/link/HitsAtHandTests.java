package fi.kumppani.newsletter.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

class HitsAtHandTests {

    private static final MunicipalityCode HERE = new MunicipalityCode("743");
    private static final MunicipalityCode THERE = new MunicipalityCode("179");

    private final Kept kept = new Kept();
    private final HitsAtHand hits = new HitsAtHand(kept);

    @Test
    void bringsTheSumsToTheStoreEachInItsMunicipality() {
        count(HERE, "a", 0);
        count(HERE, "a", 0);
        count(HERE, "a", 2);
        count(THERE, "b", 0);

        hits.keep();

        assertThat(kept.counts).isEqualTo(Map.of("743 a 0", 2L, "743 a 2", 1L, "179 b 0", 1L));
        hits.keep();
        assertThat(kept.counts).as("once").containsEntry("743 a 0", 2L);
    }

    @Test
    void hasThemAtHandWhileTheStoreIsAway() {
        count(HERE, "a", 0);
        count(THERE, "b", 0);
        kept.away = true;
        assertThatIllegalStateException().isThrownBy(hits::keep);
        count(HERE, "a", 0);
        kept.away = false;

        hits.keep();

        assertThat(kept.counts).isEqualTo(Map.of("743 a 0", 2L, "179 b 0", 1L));
    }

    private void count(MunicipalityCode municipality, String issue, int position) {
        Tenancy.runIn(municipality, () -> hits.count(issue, position));
    }

    /** Counts in memory, unless it is away. */
    private static final class Kept implements Hits {

        private final Map<String, Long> counts = new HashMap<>();
        private boolean away;

        @Override
        public void add(String issueId, Map<Integer, Long> more) {
            if (away) {
                throw new IllegalStateException("The store is away");
            }
            more.forEach(
                    (position, count) ->
                            counts.merge(
                                    String.join(
                                            " ",
                                            Tenancy.current().value(),
                                            issueId,
                                            String.valueOf(position)),
                                    count,
                                    Long::sum));
        }

        @Override
        public Map<Integer, Long> of(String issueId) {
            throw new UnsupportedOperationException();
        }
    }
}
