package fi.kumppani.events.event.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.events.EventCancelled;
import fi.kumppani.contracts.events.EventChanged;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.Enrolment;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventFixtures;
import fi.kumppani.events.event.EventHappening;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Organiser;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.event.Venue;
import fi.kumppani.kit.outbox.MessageJson;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

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
                            RegistrationRules.seats(80))
                    .publish(EventFixtures.NOW);

    private final EventMessageTranslator translator = new EventMessageTranslator();

    @Test
    void tellsEventsAsTheContractSays() {
        assertIsGolden(EventPublished.TYPE, new EventHappening.Announced(EVENING));
        assertIsGolden(EventChanged.TYPE, new EventHappening.Changed(moved()));
        assertIsGolden(
                EventCancelled.TYPE,
                new EventHappening.CalledOff(
                        EVENING.cancel(LocalizedText.finnish("peruttu"), EventFixtures.NOW)));
    }

    /** A week later than announced, for more people, with others, as a part of a great deal. */
    private static Event.Published moved() {
        EventDetails details = EVENING.details();
        Schedule schedule = details.schedule();
        Event.Published before =
                new Event.Published(
                        EVENING.id(),
                        EVENING.revision(),
                        new EventDetails(
                                details.title(),
                                details.theme(),
                                details.description(),
                                details.venue(),
                                new Schedule(
                                        null,
                                        schedule.startsAt().minus(Duration.ofDays(7)),
                                        schedule.endsAt().minus(Duration.ofDays(7)),
                                        schedule.startsAt().minus(Duration.ofDays(9)))),
                        EVENING.places(),
                        EVENING.standing(),
                        false);
        Particulars told =
                new Particulars(
                        null,
                        List.of(),
                        new Attendance(
                                Attendance.Mode.HYBRID,
                                URI.create("https://join.example.org/secret"),
                                false),
                        Set.of(),
                        List.of(),
                        List.of(
                                organiser("743"),
                                organiser("052"),
                                new Organiser(LocalizedText.finnish("Järjestö ry"), null)),
                        new Belonging(
                                "019a5f0e-7c00-7000-8000-000000000030",
                                new EventId("019a5f0e-7c00-7000-8000-000000000031"),
                                "019a5f0e-7c00-7000-8000-000000000032",
                                "13"),
                        null,
                        Enrolment.HERE,
                        null);
        if (before.change(
                        details.with(details.venue(), told),
                        RegistrationRules.seats(90),
                        EventFixtures.NOW)
                instanceof Event.Change.Changed(var after)) {
            return after;
        }
        throw new AssertionError("Nobody sits there yet");
    }

    private static Organiser organiser(String municipality) {
        return new Organiser(
                LocalizedText.finnish("Naapurikunta"), new MunicipalityCode(municipality));
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
