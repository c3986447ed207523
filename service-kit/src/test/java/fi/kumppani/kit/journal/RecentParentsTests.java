package fi.kumppani.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.journal.RecentParents.Standing;
import fi.kumppani.kit.outbox.OutboxEntry;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class RecentParentsTests {

    private final RecentParents<String> recent = new RecentParents<>();

    @Test
    void knowsWhatWasWrittenSinceItLoaded() {
        recent.loaded(standing("p", 3), 3);

        recent.wrote(standing("p", 4), entries(2));
        recent.wrote(standing("p", 5), entries(1));

        assertThat(recent.standing("p")).contains(standing("p", 5));
        assertThat(recent.isCarriedOut("p", 5)).isTrue();
        assertThat(recent.isCarriedOut("p", 6)).isFalse();
        assertThat(recent.unsent("p"))
                .hasValueSatisfying(
                        owed -> {
                            assertThat(owed.entries()).hasSize(3);
                            assertThat(owed.mark()).isEqualTo(5);
                        });
    }

    @Test
    void leavesToTheStoreWhatItDidNotSeeWritten() {
        recent.loaded(standing("p", 3), 2);
        recent.wrote(standing("p", 4), entries(1));
        assertThat(recent.unsent("p")).isEmpty();

        assertThat(recent.sent("p", 4)).isFalse();
        recent.wrote(standing("p", 5), entries(1));
        assertThat(recent.unsent("p")).isPresent();
    }

    @Test
    void forgetsAParentThatSomebodyElseWrote() {
        recent.loaded(standing("p", 3), 3);

        recent.wrote(standing("p", 5), entries(1));

        assertThat(recent.standing("p")).isEmpty();
        assertThat(recent.unsent("p")).isEmpty();
    }

    @Test
    void remembersOnlySoManyParents() {
        IntStream.range(0, 300).forEach(each -> recent.loaded(standing("p" + each, 1), 1));

        assertThat(recent.standing("p43")).isEmpty();
        assertThat(recent.standing("p44")).isPresent();
    }

    @Test
    void remembersOnlySoManyMessages() {
        for (int parent = 0; parent < 20; parent++) {
            recent.loaded(standing("p" + parent, 1), 1);
            for (int batch = 2; batch < 9; batch++) {
                recent.wrote(standing("p" + parent, batch), entries(64));
            }
        }

        long known =
                IntStream.range(0, 20)
                        .mapToObj(parent -> recent.unsent("p" + parent))
                        .flatMap(owed -> owed.stream())
                        .mapToLong(owed -> owed.entries().size())
                        .sum();
        assertThat(known).isBetween(7_000L, 8_192L);
        assertThat(recent.standing("p19")).isPresent();
        IntStream.range(0, 20).forEach(parent -> recent.forget("p" + parent));
        recent.loaded(standing("q", 1), 1);
        recent.wrote(standing("q", 2), entries(8_192));
        assertThat(recent.unsent("q")).isPresent();
    }

    @Test
    void leavesAParentToTheStoreWhoseMessagesDoNotGoOut() {
        recent.loaded(standing("p", 0), 0);

        IntStream.rangeClosed(1, 17).forEach(b -> recent.wrote(standing("p", b), entries(1)));

        assertThat(recent.unsent("p")).isEmpty();
        assertThat(recent.standing("p")).contains(standing("p", 17));
    }

    private static Standing<String> standing(String id, long batch) {
        return new Standing<>(
                new Stored<>(id, new MunicipalityCode("743"), batch + 1, batch, "body"), batch);
    }

    private static List<OutboxEntry> entries(int many) {
        return IntStream.range(0, many)
                .mapToObj(
                        each ->
                                new OutboxEntry(
                                        "m" + each,
                                        "type",
                                        "p",
                                        "743",
                                        each,
                                        Instant.EPOCH,
                                        "m" + each,
                                        null,
                                        null,
                                        "{}"))
                .toList();
    }
}
