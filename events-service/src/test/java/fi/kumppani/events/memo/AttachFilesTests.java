package fi.kumppani.events.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.memo.AttachFiles.Outcome;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.testing.SampleFiles;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class AttachFilesTests {

    private static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000001");

    private final InMemoryMemos memos = new InMemoryMemos();
    private final KeptFiles kept = new KeptFiles();
    private int keys;
    private final AttachFiles attachFiles = new AttachFiles(memos, kept, () -> "k" + keys++);

    @BeforeEach
    void begin() {
        MemoText text = new MemoText(LocalizedText.finnish("Muistio"), List.of(), List.of());
        assertThat(memos.begin(new Memo.Draft(EVENT, 1, text, Attachments.NONE))).isPresent();
    }

    @Test
    void keepsTheSameContentOnceUnderItsLastName() {
        assertThat(attach("a.pdf", "one")).isInstanceOf(Outcome.Attached.class);
        assertThat(attach("a.pdf", "one")).isInstanceOf(Outcome.Attached.class);
        assertThat(memo().version()).isEqualTo(2);
        assertThat(attach("b.pdf", "one")).isInstanceOf(Outcome.Attached.class);

        assertThat(memo().attachments().listed())
                .extracting(Attachment::name)
                .containsExactly("b.pdf");
        assertThat(kept.contents).hasSize(1);
    }

    @Test
    void refusesASecondFileOfTheSameNameAndAnEleventh() {
        attach("a.pdf", "one");
        assertThat(attach("A.PDF", "two")).isEqualTo(new Outcome.NameTaken());
        for (int each = 1; each < Attachments.MOST; each++) {
            assertThat(attach(each + ".pdf", "n" + each)).isInstanceOf(Outcome.Attached.class);
        }
        assertThat(attach("b.pdf", "b")).isEqualTo(new Outcome.Full());
        assertThat(attach("c.pdf", "one")).isInstanceOf(Outcome.Attached.class);
        assertThat(kept.contents).hasSize(Attachments.MOST);
    }

    @Test
    void refusesWhatIsNotOfItsType() {
        assertThat(attachFiles.attach(EVENT, "a.png", FileContent.of(SampleFiles.pdf("one"))))
                .contains(new Outcome.UnknownType());
        assertThat(kept.contents).isEmpty();
    }

    @Test
    void attachesNothingWhereThereIsNoMemo() {
        EventId other = new EventId("019a5f0e-7c00-7000-8000-000000000002");
        assertThat(attachFiles.attach(other, "a.pdf", FileContent.of(SampleFiles.pdf("one"))))
                .isEmpty();
        assertThat(attachFiles.remove(other, "x")).isEmpty();
        assertThat(attachFiles.read(other, "x", true)).isEmpty();
    }

    @Test
    void erasesWhatIsTakenAwayAlsoWhenThatBreaksOffInBetween() {
        attach("a.pdf", "one");
        String id = memo().attachments().listed().getFirst().id();
        kept.away = true;
        assertThatThrownBy(() -> attachFiles.remove(EVENT, id))
                .isInstanceOf(IllegalStateException.class);
        assertThat(memo().attachments().listed()).isEmpty();
        assertThat(attachFiles.read(EVENT, id, true)).isEmpty();
        kept.away = false;

        assertThat(attach("a.pdf", "one")).isInstanceOf(Outcome.Attached.class);
        assertThat(attachFiles.remove(EVENT, id)).isPresent();

        assertThat(kept.contents).isEmpty();
        assertThat(memo().attachments()).isEqualTo(Attachments.NONE);
        assertThat(attachFiles.remove(EVENT, id)).isEmpty();
    }

    @Test
    void showsTheFilesOfADraftToNobodyElse() {
        attach("a.pdf", "one");
        String id = memo().attachments().listed().getFirst().id();
        assertThat(attachFiles.read(EVENT, id, false)).isEmpty();
        assertThat(attachFiles.read(EVENT, id, true).orElseThrow().content().bytes())
                .isEqualTo(SampleFiles.pdf("one"));
    }

    private Outcome attach(String name, String words) {
        return attachFiles
                .attach(EVENT, name, FileContent.of(SampleFiles.pdf(words)))
                .orElseThrow();
    }

    private Memo memo() {
        return memos.of(EVENT).orElseThrow();
    }
}
