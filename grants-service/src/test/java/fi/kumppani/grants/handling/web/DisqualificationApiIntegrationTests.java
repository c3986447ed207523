package fi.kumppani.grants.handling.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import tools.jackson.databind.JsonNode;

@GrantsServiceTest
class DisqualificationApiIntegrationTests {

    private static final String REFUSE = "{\"decision\":\"refuse\",\"reasons\":[\"incomplete\"]}";

    @Autowired Api api;

    private String association;
    private String call;
    private String id;
    private Tokens person;

    @BeforeEach
    void haveAnApplication() {
        association = api.association();
        call = api.publishedCall("30000.00", "400.00");
        id = api.submitted(call, association, "300.00");
        person =
                Tokens.of("person-" + api.newId())
                        .inMunicipality(Api.SEINAJOKI)
                        .withRoles(Role.GRANT_OFFICER, Role.DECISION_MAKER);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  '',                        ''",
        "GET,  /attachments/x,            ''",
        "GET,  /sections/x,               ''",
        "GET,  /decision/notification,    ''",
        "GET,  /recusals,                 ''",
        "PUT,  /submission,               ''",
        "PUT,  /withdrawal,               ''",
        "PUT,  /supplement-request,      "
                + " '{\"what\":{\"fi\":\"Säännöt\"},\"dueOn\":\"2999-01-01\"}'",
        "POST, /decision,                 '{\"decision\":\"refuse\",\"reasons\":[\"incomplete\"]}'",
        "PUT,  /decision/notification/receipt, '{\"receivedOn\":\"2026-01-01\"}'",
    })
    void closesEveryDoorToWhoSitsOnTheBoard(String method, String door, String body) {
        declare("board-seat", "2026-01-01", null);

        Answer answer = send(method, "/applications/" + id + door, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.text("/type")).isEqualTo("urn:kumppani:problem:barred");
        assertThat(answer.text("/reason")).isEqualTo("disqualified");
        assertThat(answer.text("/ground")).isEqualTo("board-seat");
        assertThat(answer.body()).doesNotContain("person-", association);
        assertThat(api.get("/applications/" + id, Api.officer()).text("/status"))
                .isEqualTo("submitted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"employment", "representation", "close-person", "other-ground"})
    void tellsTheGroundAndNoMore(String kind) {
        declare(kind, "2026-01-01", null);

        assertThat(send("GET", "/applications/" + id, "").text("/ground")).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "membership, 2026-01-01, ",
        "board-seat, 2020-01-01, 2020-12-31",
        "board-seat, 2999-01-01, ",
    })
    void letsInWhoIsAMemberOnlyOrWhoseSeatIsNotInForce(
            String kind, String from, @Nullable String until) {
        declare(kind, from, until);

        assertThat(send("GET", "/applications/" + id, "").status()).isEqualTo(200);
        assertThat(send("POST", "/applications/" + id + "/decision", REFUSE).status())
                .isEqualTo(201);
    }

    @Test
    void marksTheRowInTheListAndTellsNothingOfIt() {
        String other = api.submitted(call, api.association(), "200.00");
        declare("close-person", "2026-01-01", null);

        JsonNode rows = send("GET", "/calls/" + call + "/applications", "").json().get("items");

        assertThat(rows).hasSize(2);
        JsonNode closed = rows.get(0);
        assertThat(closed.get("disqualified").asString()).isEqualTo("close-person");
        assertThat(closed.has("diaryNumber")).isTrue();
        assertThat(closed.has("requested")).isFalse();
        assertThat(closed.has("status")).isFalse();
        assertThat(rows.get(1).get("id").asString()).isEqualTo(other);
        assertThat(rows.get(1).has("disqualified")).isFalse();
        assertThat(rows.get(1).has("requested")).isTrue();
    }

    @Test
    void showsARepresentativeTheApplicantsOwnViewButNoHandling() {
        String subject = "both-" + api.newId();
        person =
                Tokens.of(subject)
                        .inMunicipality(Api.SEINAJOKI)
                        .withRoles(Role.GRANT_OFFICER, Role.DECISION_MAKER);
        api.mandate(subject, association);

        assertThat(send("GET", "/applications/" + id, "").status()).isEqualTo(200);
        assertThat(send("GET", "/applications/" + id + "/recusals", "").text("/ground"))
                .isEqualTo("mandate");
        assertThat(send("POST", "/applications/" + id + "/decision", REFUSE).text("/ground"))
                .isEqualTo("mandate");
    }

    @Test
    void startsNothingOnBehalfOfAnAssociationTheOfficerIsTiedTo() {
        declare("employment", "2026-01-01", null);

        Answer started =
                api.post("/applications", person, Api.applicationBody(call, association, "100.00"));

        assertThat(started.status()).isEqualTo(403);
        assertThat(started.text("/reason")).isEqualTo("disqualified");
    }

    @Test
    void letsNobodyBackInWhoLeftByOwnStatement() {
        String mine = "/applications/" + id + "/recusals/mine";

        assertThat(send("PUT", mine, "").status()).isEqualTo(204);
        assertThat(send("PUT", mine, "").status()).isEqualTo(204);

        assertThat(send("GET", "/applications/" + id, "").text("/ground"))
                .isEqualTo("own-statement");
        assertThat(send("POST", "/applications/" + id + "/decision", REFUSE).status())
                .isEqualTo(403);
        assertThat(send("PUT", "/applications/nothing/recusals/mine", "").status()).isEqualTo(404);
    }

    @Test
    void writesDownOnceWhoWasStoppedAndWhoLeft() {
        var _ = send("PUT", "/applications/" + id + "/recusals/mine", "");
        var _ = send("GET", "/applications/" + id, "");
        var _ = send("GET", "/applications/" + id, "");
        Tokens another =
                Tokens.of("another-" + api.newId())
                        .inMunicipality(Api.SEINAJOKI)
                        .withRoles(Role.GRANT_OFFICER);
        person = another;
        declare("board-seat", "2026-01-01", null);
        var _ = send("GET", "/applications/" + id, "");
        var _ = send("PUT", "/applications/" + id + "/withdrawal", "");

        JsonNode log = api.get("/applications/" + id + "/recusals", Api.officer()).json();

        assertThat(log.get("items").valueStream().map(each -> each.get("ground").asString()))
                .containsExactly("own-statement", "own-statement", "board-seat");
        assertThat(log.get("items").valueStream().map(each -> each.get("manner").asString()))
                .containsExactly("stated", "stopped", "stopped");
        assertThat(api.get("/applications/" + id + "/recusals", Api.person("x")).status())
                .isEqualTo(403);
        assertThat(api.get("/applications/" + id + "/recusals", Api.stranger()).status())
                .isEqualTo(404);
    }

    private void declare(String kind, String from, @Nullable String until) {
        String body =
                "{\"associationId\":\"%s\",\"kind\":\"%s\",\"from\":\"%s\"%s}"
                        .formatted(
                                association,
                                kind,
                                from,
                                until == null ? "" : ",\"until\":\"" + until + "\"");
        Answer declared = send("PUT", "/interest-ties/mine/" + api.newId(), body);
        assertThat(declared.status()).as(declared.body()).isEqualTo(200);
    }

    private Answer send(String method, String path, String body) {
        return switch (method) {
            case "GET" -> api.get(path, person);
            case "POST" -> api.post(path, person, body);
            default ->
                    api.send(
                            HttpMethod.valueOf(method),
                            path,
                            person.bearer(),
                            body,
                            "If-Match",
                            "\"2\"");
        };
    }
}
