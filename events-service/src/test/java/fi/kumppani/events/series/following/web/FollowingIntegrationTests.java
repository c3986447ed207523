package fi.kumppani.events.series.following.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.HOME;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.newKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.events.series.following.ForgetFollowers;
import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Following a series: later editions, the links, leaving, and what is known of followers. */
@EventsServiceTest
class FollowingIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SERIES = HOME + "/series";
    private static final Tokens NEWSLETTER =
            Tokens.of("newsletter-service").withScopes("contacts:read");

    @Autowired Api api;
    @Autowired MovableClock clock;
    @Autowired LinkSigner signer;
    @Autowired ForgetFollowers forgetFollowers;
    @Autowired MongoDatabaseFactory database;

    @AfterEach
    void setTheClock() {
        clock.moveTo(Instant.now());
    }

    @Test
    void registersFollowersForALaterEditionInTheOrderInWhichTheyJoined() {
        String series = begun(false);
        follow(series, "first");
        follow(series, "second");
        join(series, "announced", true);
        follow(series, "third");
        leave(series, 2).is(204);

        String edition = published(series, 2, "{}");

        await().atMost(TestMessages.PATIENCE)
                .until(() -> journal(edition).contains("followers-registered"));
        assertThat(participants(edition)).containsExactly("first", "third");
        assertThat(contact(edition + ":2", "registration-confirmed").at("/email").asString())
                .isEqualTo("third@example.org");
        assertThat(api.get(EVENTS + "/" + edition).send().number("/seats/confirmed")).isEqualTo(2);
    }

    @Test
    void givesALinkByWhichOneSeesWhatOneFollowsAndLeavesIt() {
        String series = begun(false);
        follow(series, "maija");
        JsonNode contact = contact(series + ":1", "series-joined");

        assertThat(contact.at("/email").asString()).isEqualTo("maija@example.org");
        assertThat(contact.at("/facts/title/fi").asString()).isEqualTo("Järjestöilta");
        String link = contact.at("/links/manage").asString();
        assertThat(link)
                .startsWith("http://localhost:8080/m/743/series/" + series + "/following/1?token=");
        String token = URI.create(link).getQuery().substring("token=".length());
        Api.Answer seen = see(series, 1, token).is(200);
        assertThat(seen.text("/title/fi")).isEqualTo("Järjestöilta");
        assertThat(seen.text("/email")).isEqualTo("maija@example.org");
        assertThat(seen.json().has("addressConfirmedAt")).isFalse();
        assertThat(seen.header("Cache-Control")).contains("no-store");
        assertThat(confirm(series, 1, token).is(200).json().has("addressConfirmedAt")).isTrue();

        leave(series, 1).is(204);
        leave(series, 1).is(204);

        see(series, 1, token).is(404);
        confirm(series, 1, token).is(404);
        assertThat(contact(series + ":1", "series-joined").at("/found").asBoolean()).isFalse();
        assertThat(stored(series)).doesNotContain("maija").doesNotContain("known");
    }

    @Test
    void opensNothingByAnotherToken() {
        String series = begun(false);
        follow(series, "a");
        follow(series, "b");
        String path = SERIES + "/" + series + "/registrations/1";

        see(series, 1, token(series, 2)).is(404);
        see(series, 1, "x").is(404);
        api.get(path).send().is(404);
        api.get(path + "?token=" + token(series, 1)).send().is(404);
        api.post(path + "/leaving").send().is(404);
        api.post(path + "/leaving").header("X-Link-Token", token(series, 2)).send().is(404);
        api.get("/v1/municipalities/179/series/" + series + "/registrations/1")
                .header("X-Link-Token", token(series, 1))
                .send()
                .is(404);
        see(series, 1, token(series, 1)).is(200);
    }

    @Test
    void keepsWhoFollowsEncrypted() {
        String series = begun(false);
        follow(series, "pekka");

        assertThat(stored(series)).contains("known").doesNotContain("pekka");
    }

    @Test
    void saysNothingOfWhoFollowsToAnybodyWhoAsksOnce() {
        String series = begun(false);
        Api.Answer first = join(series, "a", false);
        assertThat(join(series, "a", false).raw()).isEqualTo(first.raw());
        assertThat(first.json().at("/following").asBoolean()).isTrue();
        assertThat(join(series, "b", true).json().at("/following").asBoolean()).isFalse();
        assertThat(contact(series + ":2", "series-joined").at("/found").asBoolean()).isFalse();
    }

    @Test
    void writesDownForCoordinatorsWhatHappenedAndNotToWhom() {
        String series = begun(false);
        follow(series, "a");
        leave(series, 1).is(204);
        String path = SERIES + "/" + series + "/followers/journal";

        Api.Answer lines = api.get(path).by(coordinator()).send().is(200);

        assertThat(lines.json().at("/items").valueStream().map(each -> each.at("/kind").asString()))
                .containsExactly("opened", "joined", "left");
        assertThat(lines.raw()).doesNotContain("example.org").doesNotContain("Osallistuja");
        api.get(path).send().is(401);
        api.get(path).by(Api.stranger()).send().is(404);
        api.get(SERIES + "/" + newKey() + "/followers/journal").by(coordinator()).send().is(404);
    }

    @Test
    void handsOutAndErasesFollowingWithARegistrationOfTheSeries() {
        String series = begun(false);
        String event = published(series, 5, "{}");
        awaitListed(series, event);
        follow(series, "a");
        String registrations = EVENTS + "/" + event + "/registrations/1";
        String token =
                signer.mint(
                        "registration.manage",
                        event + ":1",
                        0,
                        clock.instant().plus(Duration.ofDays(1)));

        Api.Answer said =
                api.get(registrations + "/said").header("X-Link-Token", token).send().is(200);
        assertThat(said.text("/follows/seriesId")).isEqualTo(series);
        api.post(registrations + "/erasure").header("X-Link-Token", token).send().is(204);

        see(series, 1, token(series, 1)).is(404);
        assertThat(stored(series)).doesNotContain("known");
    }

    @Test
    void forgetsFollowersOnceNothingHasBeenHeldForLong() {
        String series = begun(false);
        follow(series, "a");
        Instant joined = clock.instant();

        forgetFollowers.carryOut(joined.plus(Duration.ofDays(399)));
        see(series, 1, token(series, 1)).is(200);
        forgetFollowers.carryOut(joined.plus(Duration.ofDays(401)));

        see(series, 1, token(series, 1)).is(404);
        assertThat(
                        api.get(SERIES + "/" + series + "/followers/journal")
                                .by(coordinator())
                                .send()
                                .raw())
                .contains("forgotten");
    }

    @Test
    void refusesARegistrationOfItsOwnForAnEventOfAWholeSeriesAndNamesTheSeries() {
        String series = begun(true);
        String event = published(series, 5, "{\"holdFor\": \"PT10M\"}");
        awaitListed(series, event);

        Api.Answer refused =
                api.registering(event, "a", newKey()).send().refusedAs("only-with-series");
        assertThat(refused.text("/seriesId")).isEqualTo(series);
        assertThat(refused.text("/detail")).isNotBlank();
        api.post(EVENTS + "/" + event + "/registrations/holds")
                .body("{\"seats\": 1}")
                .send()
                .refusedAs("only-with-series");
        assertThat(api.get(EVENTS + "/" + event).send().json().at("/onlyWithSeries").asBoolean())
                .isTrue();
        String apart = published(begun(false), 5, "{}");
        assertThat(api.get(EVENTS + "/" + apart).send().json().has("onlyWithSeries")).isFalse();

        assertThat(join(series, "a", false).text("/events/0/status")).isEqualTo("confirmed");
    }

    private String begun(boolean wholeOnly) {
        return api.post(SERIES)
                .by(coordinator())
                .key(newKey())
                .body(
                        "{\"title\": {\"fi\": \"Järjestöilta\"}, \"wholeOnly\": %s}"
                                .formatted(wholeOnly))
                .send()
                .is(201)
                .text("/id");
    }

    private String published(String series, int capacity, String rules) {
        ObjectNode event =
                (ObjectNode)
                        JSON.readTree(
                                api.evening(capacity, clock.instant().plus(Duration.ofDays(20))));
        event.put("seriesId", series);
        event.set("registration", JSON.readTree(rules));
        return api.announced(JSON.writeValueAsString(event));
    }

    private void awaitListed(String series, String event) {
        await().atMost(TestMessages.PATIENCE)
                .until(() -> api.get(SERIES + "/" + series).send().raw().contains(event));
    }

    private void follow(String series, String word) {
        assertThat(join(series, word, false).json().at("/following").asBoolean()).isTrue();
    }

    private Api.Answer join(String series, String word, boolean announcedOnly) {
        return api.post(SERIES + "/" + series + "/registrations")
                .key(newKey())
                .body(
                        """
                        {"name": "Osallistuja %s", "email": "%s@example.org", "language": "sv",
                         "announcedOnly": %s}
                        """
                                .formatted(word, word, announcedOnly))
                .send()
                .is(200);
    }

    private Api.Answer see(String series, long number, String token) {
        return api.get(SERIES + "/" + series + "/registrations/" + number)
                .header("X-Link-Token", token)
                .send();
    }

    private Api.Answer confirm(String series, long number, String token) {
        return api.post(
                        SERIES
                                + "/"
                                + series
                                + "/registrations/"
                                + number
                                + "/address-confirmation")
                .header("X-Link-Token", token)
                .send();
    }

    private Api.Answer leave(String series, long number) {
        return api.post(SERIES + "/" + series + "/registrations/" + number + "/leaving")
                .header("X-Link-Token", token(series, number))
                .send();
    }

    private String token(String series, long number) {
        return signer.mint(
                "series.follow",
                series + ":" + number,
                0,
                clock.instant().plus(Duration.ofDays(1)));
    }

    private JsonNode contact(String subject, String kind) {
        return api.post("/internal/contacts")
                .by(NEWSLETTER)
                .body(
                        """
                        {"requests": [{"id": "m1", "municipality": "743", "subject": "%s",
                                       "kind": "%s"}]}
                        """
                                .formatted(subject, kind))
                .send()
                .is(200)
                .json()
                .at("/contacts/0");
    }

    /** The words by which those are told apart who have a registration, in order of arrival. */
    private List<String> participants(String event) {
        List<String> words = new ArrayList<>();
        for (int number = 1; number <= 9; number++) {
            String email =
                    contact(event + ":" + number, "registration-confirmed").at("/email").asString();
            if (!email.isEmpty()) {
                words.add(email.replace("@example.org", ""));
            }
        }
        return words;
    }

    private List<String> journal(String event) {
        return api.get(EVENTS + "/" + event + "/journal?limit=100")
                .by(coordinator())
                .send()
                .is(200)
                .json()
                .at("/items")
                .valueStream()
                .map(line -> line.at("/kind").asString())
                .toList();
    }

    /** All that is kept of those who follow a series, as it is kept. */
    private String stored(String series) {
        StringBuilder all = new StringBuilder();
        for (Document each :
                database.getMongoDatabase()
                        .getCollection("series_registrations.followers")
                        .find()) {
            if (each.getString("_id").startsWith(series + ":")) {
                all.append(each.toJson());
            }
        }
        return all.toString();
    }
}
