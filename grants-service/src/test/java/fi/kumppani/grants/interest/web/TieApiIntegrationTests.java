package fi.kumppani.grants.interest.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

@GrantsServiceTest
class TieApiIntegrationTests {

    private static final String MINE = "/interest-ties/mine";

    @Autowired Api api;

    @Test
    void staysAsItWasDeclaredWhateverIsStatedOfItsEnd() {
        Tokens officer = officer();
        String association = api.association();
        String tie = api.newId();
        Answer none = api.get(MINE, officer);
        assertThat(none.header("ETag")).isEqualTo("\"0\"");
        assertThat(none.json().at("/ties")).isEmpty();

        Answer declared = declare(officer, tie, body(association, "board-seat"));
        Answer again = declare(officer, tie, body(association, "board-seat"));
        Answer other = declare(officer, tie, body(association, "membership"));

        assertThat(declared.status()).as(declared.body()).isEqualTo(200);
        assertThat(declared.header("ETag")).isEqualTo("\"1\"");
        assertThat(declared.text("/ties/0/disqualifies")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(declared.body());
        assertThat(other.text("/reason")).isEqualTo("otherwise-declared");

        String end = MINE + "/" + tie + "/end";
        assertThat(api.put(end, officer, "\"7\"", "{\"until\":\"2026-03-31\"}").status())
                .isEqualTo(412);
        Answer ended = api.put(end, officer, "\"1\"", "{\"until\":\"2026-03-31\"}");
        assertThat(ended.text("/ties/0/until")).isEqualTo("2026-03-31");
        Answer goesOn = api.put(end, officer, "\"2\"", "{}");
        assertThat(goesOn.json().at("/ties/0/until").isMissingNode()).isTrue();
        assertThat(goesOn.json().at("/ties/0/ends")).hasSize(2);
        assertThat(goesOn.text("/ties/0/declaredAt"))
                .isEqualTo(declared.text("/ties/0/declaredAt"));
        assertThat(
                        api.send(
                                        HttpMethod.DELETE,
                                        MINE + "/" + tie,
                                        officer.bearer(),
                                        "",
                                        null,
                                        "")
                                .status())
                .isEqualTo(405);
    }

    @Test
    void isReadByItsHolderAndTheCoordinatorAlone() {
        Tokens officer = officer();
        Tokens other = officer();
        String tie = api.newId();
        var _ = declare(officer, tie, body(api.association(), "close-person"));

        assertThat(api.get(MINE, other).json().at("/ties")).isEmpty();
        assertThat(api.put(MINE + "/" + tie + "/end", other, "\"1\"", "{}").status())
                .isEqualTo(404);
        assertThat(api.get("/interest-ties", other).status()).isEqualTo(403);
        assertThat(api.get("/interest-ties", Api.decider()).status()).isEqualTo(403);
        assertThat(api.get("/interest-ties", Api.stranger()).status()).isEqualTo(404);
        assertThat(api.get(MINE, Api.person("somebody")).status()).isEqualTo(403);
        assertThat(api.get(MINE, Api.stranger()).status()).isEqualTo(404);
        assertThat(all()).contains(tie);
    }

    @ParameterizedTest
    @CsvSource({
        "kind,          '\"board-seat\"', '\"chair\"'",
        "kind,          '\"board-seat\"', '\"BOARD_SEAT\"'",
        "until,         '\"2026-01-31\"', '\"2025-12-31\"'",
        "from,          '\"2026-01-01\"', null",
        "associationId, ID,               nobody",
    })
    void namesTheFieldAtFault(String field, String good, String bad) {
        String association = api.association();
        String sound =
                "{\"associationId\":\"%s\",\"kind\":\"board-seat\",\"from\":\"2026-01-01\",\"until\":\"2026-01-31\"}"
                        .formatted(association);

        Answer answer =
                declare(
                        officer(),
                        api.newId(),
                        sound.replace(good.equals("ID") ? association : good, bad));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void isKnownByAUuid() {
        Answer answer = declare(officer(), "tie-1", body(api.association(), "membership"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo("tie");
    }

    private List<String> all() {
        Tokens coordinator =
                Tokens.of("coordinator").inMunicipality(Api.SEINAJOKI).withRoles(Role.COORDINATOR);
        List<String> found = new ArrayList<>();
        String path = "/interest-ties?limit=1";
        String cursor = "";
        do {
            Answer page = api.get(path + cursor, coordinator);
            for (JsonNode each : page.json().get("items")) {
                each.get("ties").forEach(tie -> found.add(tie.get("id").asString()));
            }
            JsonNode next = page.json().path("next");
            cursor = next.isMissingNode() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return found;
    }

    private Answer declare(Tokens token, String tie, String body) {
        return api.send(HttpMethod.PUT, MINE + "/" + tie, token.bearer(), body, null, "");
    }

    private static String body(String association, String kind) {
        return "{\"associationId\":\"%s\",\"kind\":\"%s\",\"from\":\"2026-01-01\"}"
                .formatted(association, kind);
    }

    private Tokens officer() {
        return Tokens.of("officer-" + api.newId())
                .inMunicipality(Api.SEINAJOKI)
                .withRoles(Role.GRANT_OFFICER);
    }
}
