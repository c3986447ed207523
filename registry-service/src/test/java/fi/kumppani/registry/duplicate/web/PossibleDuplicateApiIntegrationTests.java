package fi.kumppani.registry.duplicate.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.Caller.Answer;
import fi.kumppani.registry.RegistryTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.http.HttpMethod;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What looks like the same association, and what coordinators do about it, over HTTP. */
@RegistryTest
class PossibleDuplicateApiIntegrationTests {

    @Autowired private Caller caller;
    @Autowired private MongoDatabaseFactory database;

    @Test
    void tellsCoordinatorsWhatLooksLikeTheSameAndWhy() {
        String code = "205";
        String one = register(code, "Kajaanin Martat ry");
        String other = register(code, "Martat, Kajaani");
        String same = register(code, "KAJAANIN MARTAT R.Y.");
        register(code, "Kajaanin Kisa");
        contact(code, one, "martat@example.org");
        contact(code, same, "Martat@example.org");

        Answer answer = caller.get(duplicates(code), Caller.coordinator(code));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(told(answer))
                .containsExactly(
                        one + " " + same + " [\"same-name\",\"same-mailbox\"]",
                        one + " " + other + " [\"similar-name\"]",
                        other + " " + same + " [\"similar-name\"]");
        assertThat(answer.text("/items/0/associations/0/name/fi")).isEqualTo("Kajaanin Martat ry");
        assertThat(answer.body().toString()).doesNotContainIgnoringCase("example.org");
    }

    @Test
    void tellsNobodyElse() {
        String code = "208";
        String one = register(code, "Kylät ry");
        String other = register(code, "Kylät");
        Tokens officer = Tokens.of("officer").inMunicipality(code).withRoles(Role.GRANT_OFFICER);
        String apart = distinction(code, one, other);
        for (String path :
                List.of(
                        duplicates(code),
                        duplicates(code) + "/of-name?fi=x",
                        here(code) + "/distinctions")) {
            assertThat(caller.get(path).status()).as(path).isEqualTo(401);
            assertThat(caller.get(path, officer).status()).as(path).isEqualTo(403);
            assertThat(caller.get(path, Caller.coordinator("743")).status())
                    .as(path)
                    .isEqualTo(404);
        }
        for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE)) {
            assertThat(caller.call(method, apart, null, null).status()).isEqualTo(401);
            assertThat(caller.call(method, apart, officer, null).status()).isEqualTo(403);
            assertThat(caller.call(method, apart, Caller.coordinator("743"), null).status())
                    .isEqualTo(404);
            assertThat(
                            caller.call(
                                            method,
                                            distinction("743", one, other),
                                            Caller.coordinator("743"),
                                            null)
                                    .status())
                    .as("ids of another municipality")
                    .isEqualTo(404);
        }
        assertThat(told(caller.get(duplicates(code), Caller.coordinator(code)))).hasSize(1);
    }

    @Test
    void keepsThatTwoAreNotTheSameUntilItIsTakenBack() {
        String code = "211";
        Tokens coordinator = Caller.coordinator(code);
        String one = register(code, "Kylät ry");
        String other = register(code, "Kylät");
        long before = kept();

        assertThat(
                        caller.call(
                                        HttpMethod.PUT,
                                        distinction(code, other, one),
                                        coordinator,
                                        null)
                                .status())
                .isEqualTo(204);
        assertThat(
                        caller.call(
                                        HttpMethod.PUT,
                                        distinction(code, one, other),
                                        coordinator,
                                        null)
                                .status())
                .as("said again the other way round")
                .isEqualTo(204);

        assertThat(kept()).isEqualTo(before + 1);
        assertThat(told(caller.get(duplicates(code), coordinator))).isEmpty();
        Answer apart = caller.get(here(code) + "/distinctions", coordinator);
        assertThat(apart.body().path("items")).hasSize(1);
        assertThat(apart.text("/items/0/associations/0/id")).isEqualTo(one);
        assertThat(apart.text("/items/0/associations/1/id")).isEqualTo(other);
        assertThat(apart.text("/items/0/saidOn")).isNotEmpty();
        for (int i = 0; i < 2; i++) {
            assertThat(
                            caller.call(
                                            HttpMethod.DELETE,
                                            distinction(code, one, other),
                                            coordinator,
                                            null)
                                    .status())
                    .isEqualTo(204);
        }
        assertThat(told(caller.get(duplicates(code), coordinator))).hasSize(1);
        assertThat(
                        caller.call(HttpMethod.PUT, distinction(code, one, one), coordinator, null)
                                .status())
                .isEqualTo(422);
        assertThat(
                        caller.call(
                                        HttpMethod.PUT,
                                        distinction(code, one, "no-such"),
                                        coordinator,
                                        null)
                                .status())
                .isEqualTo(404);
    }

    @Test
    void goesThroughThemPageByPage() {
        String code = "213";
        Tokens coordinator = Caller.coordinator(code);
        String first = register(code, "Kylät ry");
        String second = register(code, "Kylät");
        String third = register(code, "Kylät rf");

        Answer page = caller.get(duplicates(code) + "?limit=2", coordinator);
        Answer rest =
                caller.get(duplicates(code) + "?limit=2&cursor=" + page.text("/next"), coordinator);

        assertThat(told(page))
                .containsExactly(
                        first + " " + second + " [\"same-name\"]",
                        first + " " + third + " [\"same-name\"]");
        assertThat(told(rest)).containsExactly(second + " " + third + " [\"same-name\"]");
        assertThat(rest.body().has("next")).isFalse();
        assertThat(caller.get(duplicates(code) + "?limit=0", coordinator).status()).isEqualTo(400);
    }

    @Test
    void saysOfWhatWasEnteredTwiceWhichOneItIs() {
        String code = "214";
        Tokens coordinator = Caller.coordinator(code);
        String original = register(code, "Kylät ry");
        String twin = register(code, "Kylät");
        String path = here(code) + "/associations/" + twin;

        Answer none =
                caller.put(
                        path + "/dissolution",
                        coordinator,
                        "{\"duplicateOf\": \"no-such\"}",
                        "\"1\"");
        Answer dissolved =
                caller.put(
                        path + "/dissolution",
                        coordinator,
                        "{\"duplicateOf\": \"%s\"}".formatted(original),
                        "\"1\"");

        assertThat(none.status()).isEqualTo(409);
        assertThat(none.text("/reason")).isEqualTo("no-such-original");
        assertThat(dissolved.status()).isEqualTo(200);
        assertThat(dissolved.text("/status")).isEqualTo("dissolved");
        assertThat(caller.get(path).text("/duplicateOf")).isEqualTo(original);
        assertThat(told(caller.get(duplicates(code), coordinator))).isEmpty();
        assertThat(
                        caller.put(
                                        here(code) + "/associations/" + original + "/dissolution",
                                        coordinator,
                                        null,
                                        "\"1\"")
                                .body()
                                .has("duplicateOf"))
                .isFalse();
    }

    @Test
    void findsWhatANewOneWouldBeLike() {
        String code = "216";
        String same = register(code, "Kajaanin Martat ry");
        String near = register(code, "Kajaani Martat");
        register(code, "Kajaanin Kisa");

        Answer answer =
                caller.get(
                        duplicates(code) + "/of-name?fi=KAJAANIN MARTAT&sv=",
                        Caller.coordinator(code));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(
                        answer.body().path("items").values().stream()
                                .map(
                                        item ->
                                                item.at("/association/id").asString()
                                                        + " "
                                                        + item.path("ground").asString()))
                .containsExactly(same + " same-name", near + " similar-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?fi=&sv= ", "?en="})
    void namesTheParameterThatIsMissing(String query) {
        Answer refused =
                caller.get(duplicates("217") + "/of-name" + query, Caller.coordinator("217"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("fi");
        Answer tooLong =
                caller.get(
                        duplicates("217") + "/of-name?fi=a&sv=" + "x".repeat(201),
                        Caller.coordinator("217"));
        assertThat(tooLong.text("/errors/0/field")).isEqualTo("sv");
    }

    private String register(String code, String name) {
        return caller.post(
                        here(code) + "/associations",
                        Caller.coordinator(code),
                        "{\"name\": {\"fi\": \"%s\"}, \"form\": \"other\"}".formatted(name),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .text("/id");
    }

    private void contact(String code, String association, String email) {
        Answer kept =
                caller.put(
                        here(code) + "/associations/" + association + "/contact",
                        Caller.coordinator(code),
                        "{\"email\": \"%s\", \"language\": \"fi\"}".formatted(email),
                        "\"1\"");
        assertThat(kept.status()).isEqualTo(200);
    }

    private long kept() {
        return database.getMongoDatabase().getCollection("distinctions").countDocuments();
    }

    private static List<String> told(Answer answer) {
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .map(item -> id(item, 0) + " " + id(item, 1) + " " + item.path("grounds"))
                .toList();
    }

    private static String id(JsonNode item, int which) {
        return item.path("associations").path(which).path("id").asString();
    }

    private static String here(String code) {
        return "/v1/municipalities/" + code;
    }

    private static String duplicates(String code) {
        return here(code) + "/possible-duplicates";
    }

    private static String distinction(String code, String one, String other) {
        return here(code) + "/associations/" + one + "/distinctions/" + other;
    }
}
