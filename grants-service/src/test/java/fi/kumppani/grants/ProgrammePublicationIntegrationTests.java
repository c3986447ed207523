package fi.kumppani.grants;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.Programmes.Programme;
import fi.kumppani.kit.testing.Tokens;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** Every real programme, with its form, is planned and published by what an officer sends. */
@GrantsServiceTest
class ProgrammePublicationIntegrationTests {

    private static final String HERE = "759";

    @Autowired Api everywhere;
    @Autowired Clock clock;

    @TestFactory
    Stream<DynamicTest> isPublishedAsItsMunicipalityHasIt() {
        return Programmes.all().stream()
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> publish(each)));
    }

    @TestFactory
    Stream<DynamicTest> takesTheAnswersToItsForm() {
        return Programmes.all().stream()
                .filter(each -> each.form().isObject())
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> fillIn(each)));
    }

    private void publish(Programme programme) {
        String call = published(programme);

        Answer told = everywhere.in(HERE).get("/calls/" + call);

        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.text("/title/fi")).isEqualTo(programme.call().at("/title/fi").asString());
        assertThat(told.text("/scheme/kind"))
                .isEqualTo(programme.call().at("/scheme/kind").asString());
    }

    private void fillIn(Programme programme) {
        Api api = everywhere.in(HERE);
        String association = api.associationOf(HERE);
        api.mandate("grantee", association);
        Tokens grantee = Api.personFromElsewhere("grantee");
        Answer started =
                api.post(
                        "/applications",
                        grantee,
                        Api.applicationBody(published(programme), association, "100.00"));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        String application = "/applications/" + started.text("/id");
        for (Map.Entry<String, JsonNode> each : programme.answers().properties()) {
            String section = application + "/sections/" + each.getKey();
            Answer filled =
                    api.put(
                            section,
                            grantee,
                            api.get(section, grantee).header("ETag"),
                            "{\"answers\":" + each.getValue() + "}");
            assertThat(filled.status()).as(filled.body()).isEqualTo(200);
        }
    }

    private String published(Programme programme) {
        Api api = everywhere.in(HERE);
        ObjectNode call = (ObjectNode) programme.call().deepCopy();
        call.remove("rounds");
        call.put("opensAt", clock.instant().minus(Duration.ofDays(1)).toString());
        call.put("closesAt", clock.instant().plus(Duration.ofDays(30)).toString());
        if (programme.form().isObject()) {
            Answer form = api.post("/forms", officer(), programme.form().toString());
            assertThat(form.status()).as(form.body()).isEqualTo(201);
            ((ObjectNode) call.get("scheme")).put("form", form.text("/id"));
        }
        Answer drafted = api.post("/calls", officer(), call.toString());
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        String id = drafted.text("/id");
        Answer published = api.put("/calls/" + id + "/publication", officer(), "\"1\"", "");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        return id;
    }

    private static Tokens officer() {
        return Api.officer().inMunicipality(HERE);
    }
}
