package fi.kumppani.events.registration.messaging;

import static fi.kumppani.events.Api.EVENTS;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.events.EventChanged;
import fi.kumppani.contracts.events.RegistrationPromoted;
import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Places;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;

@EventsServiceTest
class SeatFillingIntegrationTests {

    private static final String FUNCTION = "seatFilling";

    @Autowired Api api;
    @Autowired Events events;
    @Autowired TestMessages messages;

    @Test
    void fillsGainedSeatsWhenDeliveredTwice() {
        String id = api.published(1);
        for (String word : new String[] {"a", "b", "c", "d"}) {
            api.registered(id, word);
        }
        raiseAsIfItBrokeOffThere(id, 3);
        TestMessage changed = changed(id);

        messages.publish(changed, changed);
        messages.awaitAllHandled(FUNCTION);

        Api.Answer event = api.get(EVENTS + "/" + id).send();
        assertThat(event.number("/seats/confirmed")).isEqualTo(3);
        assertThat(event.number("/seats/waiting")).isEqualTo(1);
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(messages.received(Topics.EVENTS_REGISTRATION))
                                        .filteredOn(
                                                message ->
                                                        message.subject().startsWith(id)
                                                                && message.type()
                                                                        .equals(
                                                                                RegistrationPromoted
                                                                                        .TYPE))
                                        .extracting(message -> message.subject())
                                        .containsExactlyInAnyOrder(id + ":2", id + ":3"));
        assertThat(messages.deadLetters(Topics.EVENTS_EVENT, FUNCTION)).isEmpty();
    }

    @Test
    void doesNothingAboutEventsOfOtherMunicipalities() {
        String id = api.published(1);
        api.registered(id, "a");
        api.registered(id, "b");
        raiseAsIfItBrokeOffThere(id, 2);

        messages.publish(changed(id).in("179"));
        messages.awaitAllHandled(FUNCTION);

        assertThat(api.get(EVENTS + "/" + id).send().number("/seats/confirmed")).isEqualTo(1);
    }

    /** Raises the capacity as a change does, without what a change does next. */
    private void raiseAsIfItBrokeOffThere(String id, int capacity) {
        RegistrationRules rules = RegistrationRules.seats(capacity);
        Tenancy.runIn(
                new MunicipalityCode("743"),
                () -> {
                    var _ =
                            events.decide(
                                    new EventId(id),
                                    event -> {
                                        Event.Published published = (Event.Published) event;
                                        return new Events.Decision.Become<>(
                                                published.with(
                                                        new Places(
                                                                rules,
                                                                published
                                                                        .seating()
                                                                        .under(rules.seats()),
                                                                published.commitments())),
                                                null,
                                                JournalEntry.of(
                                                        JournalEntry.Kind.CHANGED,
                                                        Actor.SYSTEM,
                                                        "test"),
                                                capacity);
                                    });
                });
    }

    private static TestMessage changed(String id) {
        LocalizedTexts text = new LocalizedTexts("Järjestöilta", null, null);
        Instant at = Instant.EPOCH;
        return TestMessage.of(
                        new EventChanged(
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
                .sequence(2);
    }
}
