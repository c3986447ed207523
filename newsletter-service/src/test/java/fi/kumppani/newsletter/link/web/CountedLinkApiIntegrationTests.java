package fi.kumppani.newsletter.link.web;

import static fi.kumppani.newsletter.Api.newAddress;
import static fi.kumppani.newsletter.Api.newKey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;
import fi.kumppani.newsletter.link.Hits;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counting the links in letters, in a municipality of its own. */
@NewsletterServiceTest
class CountedLinkApiIntegrationTests {

    private static final String CODE = "301";
    private static final String HOME = "/v1/municipalities/" + CODE;
    private static final String SETTING = HOME + "/sender/link-counting";
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/144.0";
    private static final Pattern COUNTED =
            Pattern.compile("https?://[^\\s\"]+/m/301/l/([A-Za-z0-9_.-]+)");

    @Autowired Api api;
    @Autowired Hits hits;

    private final String reader = newAddress();

    @AfterEach
    void turnOff() {
        api.delete(SETTING).by(coordinator()).seen(version()).send().is(200);
    }

    @Test
    void leadsOnAndTellsCountsFromFiveOn() {
        turnOn();
        String list = list();
        subscribe(list);
        String id = draft(list);
        send(id);
        String letter = Api.text(api.letters(reader, 2).getLast());
        assertThat(letter)
                .contains("lasketaan vain yhteismäärinä")
                .doesNotContain("https://www.example.org/")
                .contains("/subscriptions/leave?", "/subscriptions/preferences?");
        String address = address(letter);

        for (int i = 0; i < 4; i++) {
            Api.Answer followed = follow(address, BROWSER).is(303);
            assertThat(followed.header("Location")).isEqualTo("https://www.example.org/");
            assertThat(followed.header("Cache-Control")).contains("no-store");
        }
        awaitKept(id, 4);
        assertThat(link(id).at("/clicks").isNull()).isTrue();
        assertThat(link(id).at("/suppressed").asBoolean()).isTrue();
        follow(address, BROWSER).is(303);

        awaitKept(id, 5);
        assertThat(link(id).at("/clicks").asLong()).isEqualTo(5);
        assertThat(link(id).at("/suppressed").asBoolean()).isFalse();
        assertThat(link(id).at("/link").asString()).isEqualTo("https://www.example.org/");
        assertThat(api.content("link.hits")).doesNotContain(reader);
    }

    @Test
    void leadsProgramsOnAndDoesNotCountThem() {
        turnOn();
        String list = list();
        subscribe(list);
        String id = draft(list);
        send(id);
        String address = address(Api.text(api.letters(reader, 2).getLast()));

        api.request(HttpMethod.HEAD, path(address)).header("User-Agent", BROWSER).send().is(303);
        follow(address, "Mozilla/5.0 (compatible; Proofpoint)").is(303);
        api.get(path(address)).send().is(303);
        follow(address(previewOf(id)), BROWSER).is(303);
        follow(address, BROWSER).is(303);

        awaitKept(id, 1);
        assertThat(kept(id)).isEqualTo(Map.of(0, 1L));
    }

    @Test
    void leadsNowhereFromAnAddressThatIsNotOurs() {
        turnOn();
        String id = draft(list());
        String address = address(previewOf(id));

        follow("a" + address, BROWSER).is(404);
        follow(address.substring(0, address.indexOf('.')), BROWSER).is(404);
        api.get("/v1/municipalities/743/counted-links/" + address)
                .header("User-Agent", BROWSER)
                .send()
                .is(404);
    }

    @Test
    void isOffUntilACoordinatorTurnsItOnAndDatesEachChange() {
        String list = list();
        subscribe(list);
        String id = draft(list);
        send(id);
        assertThat(Api.text(api.letters(reader, 2).getLast()))
                .contains("https://www.example.org/")
                .doesNotContain("yhteismäärinä");
        assertThat(numbers(id).json().at("/links")).isEmpty();
        assertThat(consent(list)).doesNotContain("yhteismäärinä");
        int before = api.get(SETTING).by(coordinator()).send().json().at("/history").size();

        turnOn();

        Api.Answer seen = api.get(SETTING).by(coordinator()).send().is(200);
        assertThat(seen.json().at("/on").asBoolean()).isTrue();
        assertThat(seen.json().at("/history")).hasSize(before + 1);
        assertThat(seen.text("/history/" + before + "/at")).isNotEmpty();
        assertThat(consent(list)).contains("yhteismäärinä");
        assertThat(numbers(id).json().at("/links")).as("an issue stays as it was sent").isEmpty();
    }

    @Test
    void isTurnedOnByCoordinatorsOfTheMunicipalityToTheVersionTheySaw() {
        api.get(SETTING).send().is(401);
        api.get(SETTING).by(Api.coordinator()).send().is(404);
        api.put(SETTING)
                .by(Tokens.of("officer").inMunicipality(CODE).withRoles(Role.GRANT_OFFICER))
                .seen(version())
                .send()
                .is(403);
        api.put(SETTING).by(coordinator()).send().is(428);
        api.put(SETTING).by(coordinator()).seen(999).send().is(412);
    }

    private static Tokens coordinator() {
        return Tokens.of("coordinator").inMunicipality(CODE).withRoles(Role.COORDINATOR);
    }

    private void turnOn() {
        api.put(SETTING).by(coordinator()).seen(version()).send().is(200);
    }

    private long version() {
        return Long.parseLong(
                api.get(SETTING).by(coordinator()).send().is(200).header("ETag").replace("\"", ""));
    }

    private String list() {
        return api.post(HOME + "/lists")
                .by(coordinator())
                .key(newKey())
                .body("{\"name\": {\"fi\": \"Uutiskirje\"}}")
                .send()
                .is(201)
                .text("/id");
    }

    private void subscribe(String list) {
        api.post(HOME + "/lists/" + list + "/subscriptions")
                .body("{\"email\": \"%s\", \"language\": \"fi\"}".formatted(reader))
                .send()
                .is(202);
        api.post(HOME + "/subscription-confirmations")
                .body(
                        "{\"token\": \"%s\"}"
                                .formatted(Api.tokenIn(api.letters(reader, 1).getFirst())))
                .send()
                .is(200);
    }

    private String draft(String list) {
        return api.post(HOME + "/lists/" + list + "/issue-drafts")
                .by(coordinator())
                .key(newKey())
                .body(Api.issue(1))
                .send()
                .is(201)
                .text("/id");
    }

    private void send(String id) {
        api.put(HOME + "/issue-drafts/" + id + "/sending").by(coordinator()).seen(1).send().is(202);
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .until(
                        () ->
                                api.get(HOME + "/issue-drafts/" + id)
                                        .by(coordinator())
                                        .send()
                                        .text("/state")
                                        .equals("sent"));
    }

    private String previewOf(String id) {
        return api.get(HOME + "/issue-drafts/" + id + "/preview")
                .by(coordinator())
                .send()
                .is(200)
                .text("/text");
    }

    private static String address(String text) {
        Matcher found = COUNTED.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static String path(String address) {
        return HOME + "/counted-links/" + address;
    }

    private Api.Answer follow(String address, String program) {
        return api.get(path(address)).header("User-Agent", program).send();
    }

    private String consent(String list) {
        return api.get(HOME + "/lists/" + list)
                .header("Accept-Language", "fi")
                .send()
                .is(200)
                .text("/consent/text/text");
    }

    private Api.Answer numbers(String id) {
        return api.get(HOME + "/issue-drafts/" + id + "/numbers").by(coordinator()).send().is(200);
    }

    private JsonNode link(String id) {
        return numbers(id).json().at("/links/0");
    }

    private void awaitKept(String id, long count) {
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .until(() -> kept(id).getOrDefault(0, 0L) == count);
    }

    private Map<Integer, Long> kept(String id) {
        return Tenancy.callIn(new MunicipalityCode(CODE), () -> hits.of(id));
    }
}
