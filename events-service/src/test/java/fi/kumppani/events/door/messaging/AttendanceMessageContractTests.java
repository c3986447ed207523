package fi.kumppani.events.door.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.events.AttendanceCounted;
import fi.kumppani.events.door.Category;
import fi.kumppani.events.door.Counted;
import fi.kumppani.events.door.Door;
import fi.kumppani.events.door.HeadCount;
import fi.kumppani.events.event.EventId;
import fi.kumppani.kit.outbox.MessageJson;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;

class AttendanceMessageContractTests {

    private static final String EVENT = "019a5f0e-7c00-7000-8000-000000000003";

    @Test
    void tellsHowManyCameAndNotWho() {
        var result = new Door.Result(Instant.parse("2025-09-23T16:10:00Z"), 44);
        Door door =
                new Door(
                        3,
                        Map.of(Category.ASSOCIATION, 30, Category.STAFF, 4),
                        Map.of(Category.ELECTED, 5, Category.RESIDENT, 1),
                        28,
                        2,
                        new HeadCount(Map.of(Category.ELECTED, 6, Category.RESIDENT, 0)),
                        result);

        OutboundMessage message =
                new CountedMessageTranslator()
                        .announce(new Counted(new EventId(EVENT), door, result))
                        .getFirst();

        var json = MessageJson.mapper();
        assertThat(message.type()).isEqualTo(AttendanceCounted.TYPE);
        assertThat(message.subject()).isEqualTo(EVENT);
        assertThat(json.readTree(json.writeValueAsString(message.data())))
                .isEqualTo(json.readTree(GoldenMessages.of(AttendanceCounted.TYPE)));
    }
}
