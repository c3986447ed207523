package fi.kumppani.events.linkedevents.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.HOME;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.importer;
import static fi.kumppani.events.Api.newKey;
import static fi.kumppani.events.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.UUID;

@EventsServiceTest
class LinkedEventIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LINKED = HOME + "/linked-events/event/";
    private static final String IMPORTS = HOME + "/linked-event-imports";

    @Autowired Api api;
    @Autowired TestMessages messages;

    @Test
    void tellsEventsAsLinkedEventsDoesPageByPage() {
        String word = "Linkitetty" + UUID.randomUUID();
        List<String> ids = List.of(published(word, 10), published(word, 20), published(word, 30));
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () -> assertThat(page(word, "").at("/meta/count").asInt()).isEqualTo(3));

        JsonNode first = page(word, "&page_size=2");
        assertThat(first.at("/meta/previous").isNull()).isTrue();
        assertThat(first.at("/meta/next").asString())
                .contains("/api/events/v1/municipalities/743/linked-events/event/?")
                .contains("page=2")
                .contains("text=" + word);
        assertThat(idsOf(first))
                .containsExactly("kumppani:" + ids.get(0), "kumppani:" + ids.get(1));
        JsonNode second = page(word, "&page_size=2&page=2");
        assertThat(second.at("/meta/next").isNull()).isTrue();
        assertThat(second.at("/meta/previous").asString()).contains("page=1");
        assertThat(idsOf(second)).containsExactly("kumppani:" + ids.get(2));
        assertThat(idsOf(page(word, "&sort=-start_time&page_size=1")))
                .containsExactly("kumppani:" + ids.get(2));

        JsonNode event = first.at("/data/0");
        assertThat(event.at("/name/fi").asString()).isEqualTo(word);
        assertThat(event.at("/event_status").asString()).isEqualTo("EventScheduled");
        assertThat(event.at("/location/name/fi").asString()).isEqualTo("Järjestötalo");
        assertThat(event.at("/info_url/fi").asString()).endsWith("/m/743/events/" + ids.get(0));
        assertThat(event.at("/maximum_attendee_capacity").asInt()).isEqualTo(10);
        assertThat(event.at("/data_source").asString()).isEqualTo("kumppani");
        JsonNode one = api.get(LINKED + ids.get(0) + "/").send().is(200).json();
        assertThat(one).isEqualTo(event);

        api.get(LINKED + "?keyword=yso:p1").send().is(400).names("keyword");
        api.get(LINKED + "?page=0").send().is(400).names("page");
        api.get(LINKED + "?page_size=101").send().is(400).names("page_size");
        api.get(LINKED + "?start=soon").send().is(400).names("start");
        api.get(LINKED + "?page=999999").send().is(404);
        api.get(LINKED + api.drafted(3) + "/").send().is(404);
    }

    @Test
    void takesEventsOverOnceAndThenWhatIsNew() {
        String sourceId = "example:" + UUID.randomUUID();
        JsonNode first = take(row(sourceId, "{}")).at("/events/0");
        assertThat(first.at("/result").asString()).isEqualTo("imported");
        String id = first.at("/id").asString();
        JsonNode again = take(row(sourceId, "{}")).at("/events/0");
        assertThat(again.at("/result").asString()).isEqualTo("unchanged");
        assertThat(again.at("/id").asString()).isEqualTo(id);

        Api.Answer event = api.get(EVENTS + "/" + id).send().is(200);
        assertThat(event.text("/status")).isEqualTo("published");
        assertThat(event.json().at("/imported").asBoolean()).isTrue();
        assertThat(event.text("/source/id")).isEqualTo(sourceId);
        assertThat(event.text("/enrolment/place")).isEqualTo("elsewhere");
        assertThat(event.json().has("seats")).isFalse();
        api.registering(id, "a", newKey()).send().refusedAs("not-here");

        String moved = "{\"start_time\": \"2099-05-09T07:00:00Z\", \"end_time\": null}";
        assertThat(take(row(sourceId, moved)).at("/events/0/result").asString())
                .isEqualTo("changed");
        event = api.get(EVENTS + "/" + id).send();
        assertThat(event.text("/startsAt")).isEqualTo("2099-05-09T07:00:00Z");
        assertThat(event.text("/previousStartsAt")).isEqualTo("2099-05-08T07:00:00Z");

        String off = "{\"event_status\": \"EventCancelled\"}";
        assertThat(take(row(sourceId, off)).at("/events/0/result").asString()).isEqualTo("changed");
        assertThat(take(row(sourceId, off)).at("/events/0/result").asString())
                .isEqualTo("unchanged");
        assertThat(api.get(EVENTS + "/" + id).send().text("/status")).isEqualTo("cancelled");

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(told(id))
                                        .extracting(ReceivedMessage::type)
                                        .containsExactly(
                                                "events.event.published.v1",
                                                "events.event.changed.v1",
                                                "events.event.changed.v1",
                                                "events.event.cancelled.v1"));
        assertThat(told(id))
                .allSatisfy(
                        message ->
                                assertThat(
                                                JSON.readTree(String.valueOf(message.body()))
                                                        .at("/event/imported")
                                                        .asBoolean())
                                        .isTrue());
    }

    @Test
    void tellsWhomAnEventIsMeantForAsItWasTold() {
        String audience =
                """
                {"audience": [{"@id": "https://example.org/v1/keyword/yso:p4354/"},
                              {"@id": "https://example.org/v1/keyword/yso:p2433/"},
                              {"@id": "https://example.org/v1/keyword/yso:p16596/"}]}
                """;
        String id =
                take(row("example:" + UUID.randomUUID(), audience)).at("/events/0/id").asString();

        assertThat(
                        api.get(EVENTS + "/" + id)
                                .send()
                                .json()
                                .at("/audience")
                                .valueStream()
                                .map(JsonNode::asString))
                .containsExactlyInAnyOrder("older-people", "families");
        assertThat(
                        api.get(LINKED + id + "/")
                                .send()
                                .json()
                                .at("/audience")
                                .valueStream()
                                .map(keyword -> keyword.path("id").asString()))
                .containsExactly("yso:p2433", "yso:p13050");
    }

    @Test
    void givesKeywordsBackAsTheyWereTold() {
        String keywords =
                """
                {"keywords": [{"id": "yso:p1", "name": {"fi": "talkoot", "sv": "talko"}},
                              {"@id": "https://example.org/v1/keyword/example:k7/"}]}
                """;
        String id =
                take(row("example:" + UUID.randomUUID(), keywords)).at("/events/0/id").asString();

        Api.Answer event = api.get(EVENTS + "/" + id).send().is(200);
        assertThat(event.text("/theme/fi")).isEqualTo("talkoot");
        assertThat(event.text("/theme/sv")).isEqualTo("talko");
        assertThat(event.text("/source/keywords/0/name/sv")).isEqualTo("talko");
        JsonNode linked = api.get(LINKED + id + "/").send().is(200).json().at("/keywords");
        assertThat(linked).hasSize(2);
        assertThat(linked.at("/0/@id").asString()).isEqualTo("http://www.yso.fi/onto/yso/p1");
        assertThat(linked.at("/0/name/fi").asString()).isEqualTo("talkoot");
        assertThat(linked.at("/1/id").asString()).isEqualTo("example:k7");
        assertThat(linked.at("/1/name").isNull()).isTrue();
    }

    @Test
    void makesPartsOfWhatIsAPartAtTheSourceWhicheverComesFirst() {
        String above = "example:" + UUID.randomUUID();
        String part = "example:" + UUID.randomUUID();
        String later = "example:" + UUID.randomUUID();
        String within =
                "{\"super_event\": {\"@id\": \"https://example.org/v1/event/%s/\"}}"
                        .formatted(above);
        String early = take(row(later, within)).at("/events/0/id").asString();
        assertThat(api.get(EVENTS + "/" + early).send().json().has("partOf")).isFalse();

        JsonNode both = take(row(part, within) + "," + row(above, "{}"));
        String id = both.at("/events/0/id").asString();
        String umbrella = both.at("/events/1/id").asString();

        assertThat(api.get(EVENTS + "/" + id).send().text("/partOf")).isEqualTo(umbrella);
        assertThat(api.get(LINKED + id + "/").send().json().at("/super_event/@id").asString())
                .endsWith("/linked-events/event/" + umbrella + "/");
        assertThat(take(row(later, within)).at("/events/0/result").asString())
                .as("it is known now")
                .isEqualTo("changed");
        assertThat(api.get(EVENTS + "/" + early).send().text("/partOf")).isEqualTo(umbrella);
        assertThat(take(row(later, within)).at("/events/0/result").asString())
                .isEqualTo("unchanged");
    }

    @Test
    void makesNoPartOfWhatIsAPartItself() {
        String top = "example:" + UUID.randomUUID();
        String middle = "example:" + UUID.randomUUID();
        String bottom = "example:" + UUID.randomUUID();
        String in = "{\"super_event\": {\"id\": \"%s\"}}";
        take(row(top, "{}"));
        take(row(middle, in.formatted(top)));

        String id = take(row(bottom, in.formatted(middle))).at("/events/0/id").asString();

        assertThat(api.get(EVENTS + "/" + id).send().is(200).json().has("partOf")).isFalse();
    }

    @Test
    void keepsWhatWasWrittenHereUntilTheSourceHasNews() {
        String sourceId = "example:" + UUID.randomUUID();
        String id = take(row(sourceId, "{}")).at("/events/0/id").asString();
        ObjectNode own = (ObjectNode) JSON.readTree(api.evening(1));
        own.set("enrolment", JSON.readTree("{\"place\": \"nowhere\"}"));
        api.put(EVENTS + "/" + id)
                .by(coordinator())
                .header("If-Match", "\"1\"")
                .body(JSON.writeValueAsString(own))
                .send()
                .is(200);

        take(row(sourceId, "{}"));
        assertThat(api.get(EVENTS + "/" + id).send().text("/title/fi")).isEqualTo("Järjestöilta");
        take(row(sourceId, "{\"name\": {\"fi\": \"Uusi nimi\"}}"));
        assertThat(api.get(EVENTS + "/" + id).send().text("/title/fi")).isEqualTo("Uusi nimi");
    }

    @Test
    void takesTheGoodRowsAndNamesWhatIsWrongWithTheOthers() {
        String good = row("example:" + UUID.randomUUID(), "{\"location\": null}");
        String bad = row("example:" + UUID.randomUUID(), "{\"start_time\": \"huomenna\"}");

        JsonNode result = take(good + "," + bad + "," + good).at("/events");

        assertThat(result.at("/0/result").asString()).isEqualTo("imported");
        assertThat(result.at("/1/result").asString()).isEqualTo("refused");
        assertThat(result.at("/1/errors/0/field").asString()).isEqualTo("start_time");
        assertThat(result.at("/2/errors/0/field").asString()).isEqualTo("id");
        api.post(IMPORTS).body("{\"data\": []}").by(importer()).send().is(422).names("data");
        api.post(IMPORTS).body("{\"data\": [{}]}").send().is(401);
        api.post(IMPORTS).body("{\"data\": [{}]}").by(coordinator()).send().is(403);
        api.post(IMPORTS).body("{\"data\": [{}]}").by(stranger()).send().is(404);
    }

    private JsonNode take(String rows) {
        return api.post(IMPORTS)
                .by(importer())
                .body("{\"meta\": {\"count\": 1, \"next\": null}, \"data\": [" + rows + "]}")
                .send()
                .is(200)
                .json();
    }

    private static String row(String id, String fields) {
        ObjectNode row =
                (ObjectNode)
                        JSON.readTree(
                                """
                                {"id": "%s", "data_source": "example", "name": {"fi": "Siivouspäivä"},
                                 "start_time": "2099-05-08T07:00:00Z",
                                 "end_time": "2099-05-08T09:00:00Z",
                                 "event_status": "EventScheduled",
                                 "location": {"name": {"fi": "Tori"}},
                                 "info_url": {"fi": "https://example.org/siivous"},
                                 "keywords": [], "images": [{"id": 7}]}
                                """
                                        .formatted(id));
        row.setAll((ObjectNode) JSON.readTree(fields));
        return JSON.writeValueAsString(row);
    }

    private JsonNode page(String word, String more) {
        return api.get(LINKED + "?text=" + word + more).send().is(200).json();
    }

    private static List<String> idsOf(JsonNode page) {
        return page.at("/data").valueStream().map(event -> event.at("/id").asString()).toList();
    }

    private String published(String title, int capacity) {
        ObjectNode event = (ObjectNode) JSON.readTree(api.evening(capacity));
        event.set("title", JSON.readTree("{\"fi\": \"%s\"}".formatted(title)));
        return api.announced(JSON.writeValueAsString(event));
    }

    private List<ReceivedMessage> told(String id) {
        return messages.received(Topics.EVENTS_EVENT).stream()
                .filter(message -> message.subject().equals(id))
                .toList();
    }
}
