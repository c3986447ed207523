package fi.kumppani.events.event.messaging;

import static fi.kumppani.events.Api.EVENTS;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.event.EventListing;
import fi.kumppani.events.event.ListedEvent;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.util.List;

@EventsServiceTest
class EventListingIntegrationTests {

    private static final String FUNCTION = "eventListing";

    @Autowired Api api;
    @Autowired EventListing listing;
    @Autowired TestMessages messages;

    @Test
    void listsAnEventOnceAndAsItIsWhenDeliveredTwice() {
        String id = api.published(3);
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(() -> assertThat(listed(id)).hasSize(1));
        api.post(EVENTS + "/" + id + "/cancellation")
                .by(Api.coordinator())
                .header("If-Match", "\"2\"")
                .body("{\"reason\": {\"fi\": \"Sali on suljettu\"}}")
                .send()
                .is(200);

        messages.publish(published(id), published(id));
        messages.awaitAllHandled(FUNCTION);

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(listed(id))
                                        .singleElement()
                                        .extracting(ListedEvent::status)
                                        .isEqualTo("cancelled"));
        assertThat(messages.deadLetters(Topics.EVENTS_EVENT, FUNCTION)).isEmpty();
    }

    @Test
    void listsNothingThatIsToldInTheNameOfAnotherMunicipality() {
        String id = api.drafted(3);

        messages.publish(published(id).in("179"));
        messages.awaitAllHandled(FUNCTION);

        assertThat(Tenancy.callIn(new MunicipalityCode("179"), listing::own))
                .noneMatch(listed -> listed.id().value().equals(id));
    }

    private List<ListedEvent> listed(String id) {
        return Tenancy.callIn(new MunicipalityCode("743"), listing::own).stream()
                .filter(listed -> listed.id().value().equals(id))
                .toList();
    }

    private static TestMessage published(String id) {
        LocalizedTexts text = new LocalizedTexts("Järjestöilta", null, null);
        Instant at = Instant.EPOCH;
        return TestMessage.of(
                        new EventPublished(
                                new fi.kumppani.contracts.events.Event(
                                        id,
                                        text,
                                        null,
                                        new fi.kumppani.contracts.events.Event.Venue(text, null),
                                        null,
                                        at,
                                        at,
                                        at,
                                        3,
                                        "published",
                                        false)))
                .about(id)
                .in("743")
                .sequence(1);
    }
}
