package fi.kumppani.grants.grantapplication.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said again in another application, and what is said of other support. */
@GrantsServiceTest
class AgainApiIntegrationTests {

    private static final String FORM =
            """
            {"title":{"fi":"Lomake"},"sections":[{"id":"plan","title":{"fi":"Suunnitelma"},
             "questions":[
              {"id":"name","label":{"fi":"Nimi"},"kind":"line","prefill":"association-name"},
              {"id":"purpose","label":{"fi":"Tarkoitus"},"kind":"text"},
              {"id":"members","label":{"fi":"Jäseniä"},"kind":"number","least":0,"most":100}]}]}
            """;

    @Autowired Api api;

    @Test
    void saysWhatLastYearsApplicationSaid() {
        String association = api.association();
        api.mandate("eeva", association);
        String form = api.post("/forms", Api.officer(), FORM).text("/id");
        String scheme = "{\"kind\":\"operating\",\"form\":\"" + form + "\"}";
        String before = started(api.publishedCallWith(scheme), association, "");
        var _ =
                api.put(
                        before + "/sections/plan",
                        Api.officer(),
                        "\"1\"",
                        "{\"answers\":{\"name\":\"Vanha\",\"purpose\":\"Kerho\",\"members\":90}}");
        var _ =
                api.put(
                        "/forms/" + form,
                        Api.officer(),
                        "\"1\"",
                        FORM.replace("\"most\":100", "\"most\":50"));
        String next = api.publishedCallWith(scheme);
        String key = api.newId();
        String asked = "{\"callId\":\"" + next + "\"}";

        Answer copied = api.post(before + "/copies", Api.person("eeva"), asked, key);

        assertThat(copied.status()).as(copied.body()).isEqualTo(201);
        assertThat(copied.text("/callId")).isEqualTo(next);
        Answer copy = api.get("/applications/" + copied.text("/id"), Api.person("eeva"));
        assertThat(copy.text("/status")).isEqualTo("draft");
        assertThat(copy.text("/purpose")).isEqualTo("Kyläjuhlan esiintyjät");
        assertThat(copy.text("/requested")).isEqualTo("300.00");
        assertThat(copy.text("/language")).isEqualTo("sv");
        assertThat(copy.text("/form/answers/plan/purpose")).isEqualTo("Kerho");
        assertThat(copy.text("/form/answers/plan/name")).isEqualTo("Kortesjärvi byaförening");
        assertThat(copy.json().at("/form/answers/plan").has("members")).isFalse();
        assertThat(copy.json().at("/form/version").asInt()).isEqualTo(2);
        assertThat(api.post(before + "/copies", Api.person("eeva"), asked, key).body())
                .isEqualTo(copied.body());
    }

    @Test
    void isSaidAgainByWhoMayWriteIt() {
        String before = started(api.publishedCall("1000.00", "400.00"), api.association(), "");
        String asked = "{\"callId\":\"" + api.publishedCall("1000.00", "400.00") + "\"}";

        assertThat(api.post(before + "/copies", Api.person("vieras"), asked).status())
                .isEqualTo(404);
        assertThat(api.post(before + "/copies", Api.decider(), asked).status()).isEqualTo(403);
        assertThat(
                        api.post(before + "/copies", Api.officer(), "{\"callId\":\"none\"}")
                                .text("/errors/0/field"))
                .isEqualTo("callId");
    }

    @Test
    void declaresOtherSupport() {
        String application =
                started(
                        api.publishedCall("1000.00", "400.00"),
                        api.association(),
                        "\"otherGrants\":[{\"issuer\":\"Leader\",\"year\":2026,"
                            + "\"amount\":\"500.00\",\"granted\":false,\"purpose\":\"Kerho\"}],");

        Answer read = api.get(application, Api.decider());

        assertThat(read.text("/otherGrants/0/issuer")).isEqualTo("Leader");
        assertThat(read.text("/otherGrants/0/amount")).isEqualTo("500.00");
        assertThat(read.json().at("/otherGrants/0/granted").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"issuer\":\" \",\"year\":2026,\"amount\":\"1.00\",\"granted\":true | issuer",
                "\"issuer\":\"EU\",\"year\":1,\"amount\":\"1.00\",\"granted\":true | year",
                "\"issuer\":\"EU\",\"year\":2026,\"amount\":\"1.001\",\"granted\":true | amount",
                "\"issuer\":\"EU\",\"year\":2026,\"amount\":\"-1.00\",\"granted\":true | amount",
                "\"issuer\":\"EU\",\"year\":2026,\"amount\":\"1000000000000\",\"granted\":true |"
                        + " amount",
                "\"issuer\":\"EU\",\"year\":2026,\"amount\":\"1.00\" | granted",
            })
    void namesTheFieldAtFaultInOtherSupport(String other, String field) {
        String body =
                Api.applicationBody(
                                api.publishedCall("1000.00", "400.00"), api.association(), "300.00")
                        .replace("\"events\"", "\"otherGrants\":[{" + other + "}],\"events\"");

        Answer refused = api.post("/applications", Api.officer(), body);

        assertThat(refused.status()).as(refused.body()).isBetween(400, 422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("otherGrants[0]." + field);
    }

    private String started(String call, String association, String more) {
        String body =
                Api.applicationBody(call, association, "300.00")
                        .replace("\"events\"", more + "\"events\"");
        Answer started = api.post("/applications", Api.officer(), body);
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        return "/applications/" + started.text("/id");
    }
}
