package fi.kumppani.events.event.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.events.EventCancelled;
import fi.kumppani.contracts.events.EventChanged;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventHappening;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.event.Venue;
import fi.kumppani.kit.outbox.MessageJson;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class EventMessageContractTests {

    private static final Event.Published EVENING =
            Event.Draft.of(
                            new EventId("019a5f0e-7c00-7000-8000-000000000003"),
                            new EventDetails(
                                    new LocalizedText(
                                            "Järjestöilta",
                                            "Föreningskväll",
                                            "Association evening"),
                                    LocalizedText.finnish("Yhteistyöllä kohti parempaa Jyväskylää"),
                                    LocalizedText.finnish("Kuvaus jää tänne"),
                                    new Venue(
                                            LocalizedText.finnish(
                                                    "Kansalaistoiminnankeskus Matara, Matara-sali"),
                                            "Matarankatu 6 A1"),
                                    new Schedule(
                                            Instant.parse("2025-09-23T13:45:00Z"),
                                            Instant.parse("2025-09-23T14:00:00Z"),
                                            Instant.parse("2025-09-23T16:00:00Z"),
                                            Instant.parse("2025-09-21T20:59:59Z"))),
                            80)
                    .publish();

    private final EventMessageTranslator translator = new EventMessageTranslator();

    @Test
    void tellsEventsAsTheContractSays() {
        assertIsGolden(EventPublished.TYPE, new EventHappening.Announced(EVENING));
        assertIsGolden(
                EventChanged.TYPE,
                new EventHappening.Changed(EVENING.seat(EVENING.seating().resize(90))));
        assertIsGolden(
                EventCancelled.TYPE,
                new EventHappening.CalledOff(EVENING.cancel(LocalizedText.finnish("peruttu"))));
    }

    private void assertIsGolden(String type, EventHappening happening) {
        OutboundMessage message = translator.announce(happening).getFirst();
        var json = MessageJson.mapper();

        assertThat(message.type()).isEqualTo(type);
        assertThat(message.subject()).isEqualTo(EVENING.id().value());
        assertThat(json.readTree(json.writeValueAsString(message.data())))
                .isEqualTo(json.readTree(GoldenMessages.of(type)));
    }
}
