package fi.kumppani.events.registration.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.testing.TestMessages;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is known of people, and when it no longer is. */
@EventsServiceTest
class RetentionIntegrationTests {

    @Autowired Api api;
    @Autowired MovableClock clock;
    @Autowired LinkSigner signer;
    @Autowired MongoDatabaseFactory database;

    @AfterEach
    void setTheClock() {
        clock.moveTo(Instant.now());
    }

    @Test
    void forgetsEverybodySomeTimeAfterTheEventAndKeepsTheCounts() {
        String event = api.published(2);
        api.registered(event, "a");
        api.registered(event, "b");
        api.registered(event, "c");
        Instant over = Instant.parse(api.get(EVENTS + "/" + event).send().text("/endsAt"));

        clock.moveTo(over.plus(Duration.ofDays(90)).minusSeconds(60));
        assertThat(known(event)).hasSize(3);
        clock.pass(Duration.ofMinutes(1));

        await().atMost(TestMessages.PATIENCE).until(() -> known(event).isEmpty());
        setTheClock();
        await().atMost(TestMessages.PATIENCE)
                .until(() -> journal(event).contains("people-forgotten"));
        assertThat(under(event, "registrations.claims")).isEmpty();
        assertThat(under(event, "registrations.requests")).isEmpty();
        Api.Answer seats = api.get(EVENTS + "/" + event).send();
        assertThat(seats.number("/seats/confirmed")).isEqualTo(2);
        assertThat(seats.number("/seats/waiting")).isEqualTo(1);
        assertThat(under(event, "registrations")).hasSize(3);
        see(event, 1, 0).is(404);
        assertThat(journal(event)).filteredOn("people-forgotten"::equals).hasSize(1);
    }

    @Test
    void erasesSomebodyWhoAsksForItWithTheSeatTheyHave() {
        String event = api.published(1);
        api.registered(event, "a");
        api.registered(event, "b");

        erase(event, 1).is(204);

        assertThat(known(event)).containsExactly(event + ":2");
        assertThat(journal(event)).contains("person-forgotten");
        assertThat(see(event, 2, 0).is(200).text("/status")).isEqualTo("confirmed");
        see(event, 1, 0).is(404);
        see(event, 1, 1).is(404);
        erase(event, 1).is(404);
        assertThat(under(event, "registrations.claims")).hasSize(1);
        api.registered(event, "a");
    }

    @Test
    void erasesForTheOrganiserOnceTheySayWhy() {
        String event = api.published(1);
        api.registered(event, "a");
        String erasure = EVENTS + "/" + event + "/participants/1/erasure";

        api.post(erasure)
                .body("{\"reason\": \" \"}")
                .by(coordinator())
                .send()
                .is(422)
                .names("reason");
        assertThat(known(event)).hasSize(1);
        for (int time = 0; time < 2; time++) {
            api.post(erasure)
                    .body("{\"reason\": \"Asked for by telephone\"}")
                    .by(coordinator())
                    .send()
                    .is(204);
        }

        assertThat(known(event)).isEmpty();
        assertThat(api.get(EVENTS + "/" + event).send().number("/seats/confirmed")).isZero();
        assertThat(journal(event)).filteredOn("person-forgotten"::equals).hasSize(1);
    }

    /** The ids of registrations that say who registered. */
    private List<String> known(String event) {
        return under(event, "registrations").stream()
                .filter(each -> each.get("body", Document.class).containsKey("person"))
                .map(each -> each.getString("_id"))
                .toList();
    }

    private List<Document> under(String event, String collection) {
        List<Document> found = new ArrayList<>();
        database.getMongoDatabase().getCollection(collection).find().into(found);
        found.removeIf(each -> !each.getString("_id").startsWith(event + ":"));
        return found;
    }

    private List<String> journal(String event) {
        List<String> kinds = new ArrayList<>();
        api.get(EVENTS + "/" + event + "/journal?limit=100")
                .by(coordinator())
                .send()
                .is(200)
                .json()
                .at("/items")
                .forEach(line -> kinds.add(line.at("/kind").asString()));
        return kinds;
    }

    private Api.Answer see(String event, long number, long generation) {
        return api.get(EVENTS + "/" + event + "/registrations/" + number)
                .header("X-Link-Token", token(event, number, generation))
                .send();
    }

    private Api.Answer erase(String event, long number) {
        return api.post(EVENTS + "/" + event + "/registrations/" + number + "/erasure")
                .header("X-Link-Token", token(event, number, 0))
                .send();
    }

    private String token(String event, long number, long generation) {
        return signer.mint(
                "registration.manage",
                event + ":" + number,
                generation,
                clock.instant().plus(Duration.ofDays(1)));
    }
}
