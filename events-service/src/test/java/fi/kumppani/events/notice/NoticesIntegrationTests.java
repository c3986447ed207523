package fi.kumppani.events.notice;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.events.RegistrationNoticeDue;
import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.kit.testing.TestMessages;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EventsServiceTest
class NoticesIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;

    @Test
    void owesEverybodyANoticeWhenTheEventIsCalledOff() {
        String id = api.published(1);
        api.registered(id, "a");
        api.registered(id, "b");

        api.post(EVENTS + "/" + id + "/cancellation")
                .by(coordinator())
                .header("If-Match", "\"2\"")
                .body("{\"reason\": {\"fi\": \"Sali on suljettu\"}}")
                .send()
                .is(200);

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
                                                                                RegistrationNoticeDue
                                                                                        .TYPE))
                                        .extracting(message -> message.subject())
                                        .containsExactlyInAnyOrder(id + ":1", id + ":2"));
        assertThat(api.get(EVENTS + "/" + id + "/journal").by(coordinator()).send().raw())
                .contains("event-cancelled to 2 of 1–2");
    }

    @Test
    void remindsADayBeforeUnlessTheEventSaysOtherwise() {
        assertThat(remindBefore("")).isEqualTo("PT24H");
        assertThat(remindBefore("\"remindBefore\": \"PT48H\"")).isEqualTo("PT48H");
        assertThat(remindBefore("\"remindBefore\": \"PT0S\"")).isEqualTo("PT0S");
        api.post(EVENTS)
                .by(coordinator())
                .key(Api.newKey())
                .body(body("\"remindBefore\": \"PT1000H\""))
                .send()
                .is(422)
                .names("registration.remindBefore");
    }

    private String remindBefore(String rules) {
        String id =
                api.post(EVENTS)
                        .by(coordinator())
                        .key(Api.newKey())
                        .body(body(rules))
                        .send()
                        .is(201)
                        .text("/id");
        return api.get(EVENTS + "/" + id)
                .by(coordinator())
                .send()
                .is(200)
                .text("/registration/remindBefore");
    }

    private String body(String rules) {
        String evening = api.evening(5).strip();
        return evening.substring(0, evening.length() - 1) + ", \"registration\": {" + rules + "}}";
    }
}
