package fi.kumppani.events.memo.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.events.MemoChanged;
import fi.kumppani.contracts.events.MemoPublished;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.memo.Action;
import fi.kumppani.events.memo.Attachments;
import fi.kumppani.events.memo.Memo;
import fi.kumppani.events.memo.MemoHappening;
import fi.kumppani.events.memo.MemoText;
import fi.kumppani.kit.outbox.MessageJson;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class MemoMessageContractTests {

    private static final String PREFIX = "019a5f0e-7c00-7000-8000-00000000000";
    private static final LocalizedText WORDS = LocalizedText.finnish("Sovittiin tilojen käytöstä");

    @Test
    void tellsHowWhatWasAgreedStandsAndNothingThatWasSaid() {
        assertIsGolden(MemoPublished.TYPE, new MemoHappening.Announced(memo(false)));
        assertIsGolden(MemoChanged.TYPE, new MemoHappening.Changed(memo(true)));
    }

    private static Memo.Published memo(boolean done) {
        return new Memo.Published(
                new EventId(PREFIX + "3"),
                2,
                new MemoText(
                        WORDS,
                        List.of(),
                        List.of(
                                new Action(
                                        PREFIX + "a",
                                        WORDS,
                                        WORDS,
                                        PREFIX + "1",
                                        LocalDate.of(2025, 12, 31),
                                        done),
                                new Action(PREFIX + "b", WORDS, WORDS, null, null, false))),
                Attachments.NONE,
                Instant.parse("2025-10-01T08:00:00Z"));
    }

    private static void assertIsGolden(String type, MemoHappening happening) {
        OutboundMessage message = new MemoMessageTranslator().announce(happening).getFirst();
        var json = MessageJson.mapper();
        String written = json.writeValueAsString(message.data());

        assertThat(message.type()).isEqualTo(type);
        assertThat(message.subject()).isEqualTo(happening.memo().event().value());
        assertThat(json.readTree(written)).isEqualTo(json.readTree(GoldenMessages.of(type)));
        assertThat(written).doesNotContain("Sovittiin");
    }
}
