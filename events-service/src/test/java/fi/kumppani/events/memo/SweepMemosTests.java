package fi.kumppani.events.memo;

import static fi.kumppani.events.event.EventFixtures.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.InMemoryEvents;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.testing.SampleFiles;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a crash, or a draft that is dropped, leaves of memos. */
class SweepMemosTests {

    private static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000001");
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final InMemoryEvents events = InMemoryEvents.withPublished(EVENT, 10);
    private final InMemoryMemos memos = new InMemoryMemos();
    private final KeptFiles kept = new KeptFiles();
    private int keys;
    private final AttachFiles attachFiles =
            new AttachFiles(memos, kept, () -> madeAt(NOW.plusMillis(keys++)));
    private final SweepMemos sweep = new SweepMemos(memos, kept, events);

    @BeforeEach
    void begin() {
        begin(EVENT);
    }

    @Test
    void erasesAContentThatNoMemoCameToName() {
        var _ = attachFiles.attach(EVENT, "a.pdf", FileContent.of(SampleFiles.pdf("one")));
        kept.keep(EVENT, madeAt(NOW), FileContent.of(SampleFiles.pdf("two")));
        EventId without = new EventId("019a5f0e-7c00-7000-8000-000000000002");
        kept.keep(without, madeAt(NOW), FileContent.of(SampleFiles.pdf("three")));

        sweep.carryOut(NOW.plus(AN_HOUR));
        assertThat(kept.contents).as("its memo may be about to name it").hasSize(3);
        sweep.carryOut(NOW.plus(AN_HOUR).plusSeconds(1));

        assertThat(kept.contents).hasSize(1);
        String id = memos.of(EVENT).orElseThrow().attachments().listed().getFirst().id();
        assertThat(attachFiles.read(EVENT, id, true)).isPresent();
    }

    @Test
    void leavesNothingOfTheMemoOfADraftThatIsDropped() {
        EventId draft = new EventId("019a5f0e-7c00-7000-8000-000000000002");
        begin(draft);
        var _ = attachFiles.attach(draft, "a.pdf", FileContent.of(SampleFiles.pdf("one")));

        sweep.erase(draft);
        sweep.erase(draft);

        assertThat(memos.of(draft)).isEmpty();
        assertThat(kept.contents).isEmpty();
        assertThat(memos.of(EVENT)).isPresent();
    }

    @Test
    void sweepsTheMemoWhereDroppingTheDraftBrokeOff() {
        EventId gone = new EventId("019a5f0e-7c00-7000-8000-000000000002");
        begin(gone);
        var _ = attachFiles.attach(gone, "a.pdf", FileContent.of(SampleFiles.pdf("one")));

        sweep.carryOut(NOW);

        assertThat(memos.of(gone)).isEmpty();
        assertThat(kept.contents).isEmpty();
        assertThat(memos.of(EVENT)).as("its event is there").isPresent();
    }

    private void begin(EventId event) {
        MemoText text = new MemoText(LocalizedText.finnish("Muistio"), List.of(), List.of());
        assertThat(memos.begin(new Memo.Draft(event, 1, text, Attachments.NONE))).isPresent();
    }

    /** A UUIDv7 made then. */
    private static String madeAt(Instant then) {
        UUID random = UUID.randomUUID();
        return new UUID(then.toEpochMilli() << 16 | 0x7000, random.getLeastSignificantBits())
                .toString();
    }
}
