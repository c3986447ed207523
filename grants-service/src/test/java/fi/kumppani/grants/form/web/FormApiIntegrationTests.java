package fi.kumppani.grants.form.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GrantsServiceTest
class FormApiIntegrationTests {

    private static final String FORM =
            """
            {"title":{"fi":"Toiminta-avustus","sv":"Verksamhetsbidrag"},"sections":[
             {"id":"association","title":{"fi":"Yhdistys","sv":"Föreningen"},"questions":[
              {"id":"name","label":{"fi":"Nimi","sv":"Namn"},"kind":"line","required":true,
               "prefill":"association-name"},
              {"id":"home","label":{"fi":"Kotikunta"},"kind":"line","prefill":"home-municipality"},
              {"id":"young","label":{"fi":"Alle 29-vuotiaita jäseniä"},"kind":"number",
               "required":true,"least":0,"most":100000},
              {"id":"premises","label":{"fi":"Toimitila"},"kind":"one","required":true,"options":[
               {"id":"own","label":{"fi":"Oma"}},{"id":"rented","label":{"fi":"Vuokrattu"}}]},
              {"id":"landlord","label":{"fi":"Vuokranantaja"},"kind":"line","required":true,
               "condition":{"question":"premises","anyOf":["rented"]}}]},
             {"id":"plan","title":{"fi":"Suunnitelma"},"light":false,"questions":[
              {"id":"purpose","label":{"fi":"Tarkoitus"},"kind":"text","required":true},
              {"id":"begins","label":{"fi":"Alkaa"},"kind":"date"},
              {"id":"income","label":{"fi":"Tulot"},"kind":"amount"},
              {"id":"audience","label":{"fi":"Kenelle"},"kind":"several","options":[
               {"id":"children","label":{"fi":"Lapsille"}},{"id":"old","label":{"fi":"Vanhoille"}}]},
              {"id":"loan","label":{"fi":"Onko lainaa"},"kind":"yes-no"},
              {"id":"debt","label":{"fi":"Paljonko"},"kind":"amount","required":true,
               "condition":{"question":"loan","anyOf":["yes"]}}]}]}
            """;

    private static final String WHOLE_ASSOCIATION =
            "{\"name\":\"Kylä\",\"young\":12,\"premises\":\"rented\",\"landlord\":\"Kunta\"}";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired Api api;

    @Test
    void isWrittenByAnOfficerInVersionsThatAllStay() {
        Answer written = api.post("/forms", Api.officer(), FORM);
        assertThat(written.status()).as(written.body()).isEqualTo(201);
        String form = "/forms/" + written.text("/id");
        assertThat(api.get(form).body()).isEqualTo(written.body());

        String other = FORM.replace("Toimitila", "Tilat");
        assertThat(api.put(form, Api.officer(), "\"7\"", other).status()).isEqualTo(412);
        assertThat(api.put(form, Api.decider(), "\"1\"", other).status()).isEqualTo(403);
        Answer same = api.put(form, Api.officer(), "\"1\"", FORM);
        assertThat(same.json().at("/version").asInt()).isEqualTo(1);
        Answer next = api.put(form, Api.officer(), "\"1\"", other);
        assertThat(next.json().at("/version").asInt()).isEqualTo(2);
        assertThat(next.header("ETag")).isEqualTo("\"2\"");

        assertThat(api.get(form + "/versions/1").body()).contains("Toimitila");
        assertThat(api.get(form + "/versions/2").body()).contains("Tilat");
        assertThat(api.get(form + "/versions/3").status()).isEqualTo(404);
        assertThat(api.get(form + "/versions/0").status()).isEqualTo(404);
        assertThat(api.get(form + "/versions/x").status()).isEqualTo(404);
        assertThat(api.get("//v1/municipalities/179" + form).status()).isEqualTo(404);
        assertThat(api.get("/forms?limit=200", Api.officer()).body()).contains(written.text("/id"));
        assertThat(api.get("/forms", Api.person("eeva")).status()).isEqualTo(403);
    }

    @Test
    void isServedAsJsonSchemaThatOthersCanCheckWith() {
        String id = api.post("/forms", Api.officer(), FORM).text("/id");

        Answer served = api.get("/forms/" + id + "/versions/1/schema?lang=sv");

        assertThat(served.response().getContentType()).startsWith("application/schema+json");
        assertThat(served.text("/$schema"))
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(served.json());
        String whole =
                "{\"association\":" + WHOLE_ASSOCIATION + ",\"plan\":{\"purpose\":\"Kerho\"}}";
        assertThat(schema.validate(JSON.readTree(whole))).isEmpty();
        assertThat(schema.validate(JSON.readTree(whole.replace("rented", "own")))).isNotEmpty();
        assertThat(schema.validate(JSON.readTree(whole.replace("12", "-1")))).isNotEmpty();
        assertThat(schema.validate(JSON.readTree("{}"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\":\"number\" | \"kind\":\"colour\" | sections[0].questions[2].kind",
                "\"least\":0 | \"least\":200000 | sections[0].questions[2].least",
                "\"anyOf\":[\"rented\"] | \"anyOf\":[\"lent\"] |"
                        + " sections[0].questions[4].condition",
                "\"id\":\"home\" | \"id\":\"name\" | sections[0].questions[1].id",
                "\"id\":\"home\" | \"id\":\"<b>\" | sections[0].questions[1].id",
                "\"id\":\"plan\" | \"id\":\"association\" | sections[1].id",
                "\"prefill\":\"home-municipality\" | \"prefill\":\"email\" |"
                        + " sections[0].questions[1].prefill",
                "\"light\":false | \"colour\":1 | colour",
            })
    void isRefusedWithThePartAtFault(String right, String wrong, String field) {
        Answer answer = api.post("/forms", Api.officer(), FORM.replace(right, wrong));

        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.body()).contains(field);
    }

    @Test
    void isPrefilledAndKeptInTheVersionItWasBegunOn() {
        String form = api.post("/forms", Api.officer(), FORM).text("/id");
        String call = api.publishedCallWith(scheme(form));
        String application = started(call, api.association());
        var _ = api.put("/forms/" + form, Api.officer(), "\"1\"", FORM.replace("Nimi", "Nimenne"));

        Answer section = api.get(application + "/sections/association", Api.officer());

        assertThat(section.status()).as(section.body()).isEqualTo(200);
        assertThat(section.text("/answers/name")).isEqualTo("Kortesjärvi byaförening");
        assertThat(section.text("/answers/home")).isEqualTo("052");
        assertThat(section.json().at("/version").asInt()).isEqualTo(1);
        assertThat(
                        api.get(started(call, api.association()), Api.officer())
                                .json()
                                .at("/form/version")
                                .asInt())
                .isEqualTo(2);
    }

    @Test
    void isFilledInByTwoAtOnceWithoutOverwritingOneAnother() {
        String form = api.post("/forms", Api.officer(), FORM).text("/id");
        String association = api.association();
        String application = started(api.publishedCallWith(scheme(form)), association);
        api.mandate("eeva", association);
        api.mandate("antti", association);
        String one = application + "/sections/association";
        String other = application + "/sections/plan";
        String first = answers("{\"young\":12}");

        Answer byEeva = api.put(one, Api.person("eeva"), "\"1\"", first);
        Answer byAntti =
                api.put(other, Api.person("antti"), "\"1\"", answers("{\"purpose\":\"Kerho\"}"));
        Answer late = api.put(one, Api.person("antti"), "\"1\"", answers("{\"young\":13}"));

        assertThat(byEeva.status()).as(byEeva.body()).isEqualTo(200);
        assertThat(byEeva.header("ETag")).isEqualTo("\"2\"");
        assertThat(byAntti.status()).isEqualTo(200);
        assertThat(late.status()).isEqualTo(412);
        JsonNode kept = api.get(application, Api.person("eeva")).json().at("/form/answers");
        assertThat(kept.at("/association/young").asInt()).isEqualTo(12);
        assertThat(kept.at("/plan/purpose").asString()).isEqualTo("Kerho");
        assertThat(api.put(one, Api.person("vieras"), "\"2\"", first).status()).isEqualTo(404);
        assertThat(api.put(one, Api.decider(), "\"2\"", first).status()).isEqualTo(403);
        assertThat(api.put(application + "/sections/none", Api.officer(), "\"1\"", first).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "association | {\"colour\":\"red\"} | answers.association.colour | not-asked",
                "association | {\"young\":-1} | answers.association.young | out-of-range",
                "association | {\"young\":1.5} | answers.association.young | wrong-kind",
                "association | {\"young\":\"12\"} | answers.association.young | wrong-kind",
                "association | {\"premises\":\"lent\"} | answers.association.premises |"
                        + " unknown-option",
                "association | {\"name\":\"<script>alert(1)</script>\"} | answers.association.name"
                        + " | markup",
                "association | {\"name\":{\"a\":1}} | answers.association.name | wrong-kind",
                "plan | {\"income\":\"1.001\"} | answers.plan.income | wrong-kind",
                "plan | {\"income\":\"-1.00\"} | answers.plan.income | wrong-kind",
                "plan | {\"income\":\"1000000000000\"} | answers.plan.income | wrong-kind",
                "plan | {\"begins\":\"2027-02-30\"} | answers.plan.begins | wrong-kind",
                "plan | {\"audience\":[\"children\",\"dogs\"]} | answers.plan.audience |"
                        + " unknown-option",
                "plan | {\"loan\":\"yes\"} | answers.plan.loan | wrong-kind",
            })
    void keepsNothingOfASectionWithAWrongAnswer(
            String section, String answers, String field, String code) {
        String form = api.post("/forms", Api.officer(), FORM).text("/id");
        String application = started(api.publishedCallWith(scheme(form)), api.association());
        String path = application + "/sections/" + section;

        Answer refused = api.put(path, Api.officer(), "\"1\"", answers(answers));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/code")).isEqualTo(code);
        assertThat(api.get(path, Api.officer()).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void isWholeWhenItIsHandedIn() {
        String form = api.post("/forms", Api.officer(), FORM).text("/id");
        String application = started(api.publishedCallWith(scheme(form)), api.association());
        String association = application + "/sections/association";

        assertThat(submit(application).body())
                .contains(
                        "answers.association.young",
                        "answers.association.premises",
                        "answers.plan.purpose");
        var _ =
                api.put(
                        association,
                        Api.officer(),
                        "\"1\"",
                        answers(WHOLE_ASSOCIATION.replace(",\"landlord\":\"Kunta\"", "")));
        var _ =
                api.put(
                        application + "/sections/plan",
                        Api.officer(),
                        "\"1\"",
                        answers("{\"purpose\":\"Kerho\",\"loan\":false,\"debt\":\"10.00\"}"));
        Answer still = submit(application);
        assertThat(still.status()).isEqualTo(422);
        assertThat(still.json().at("/errors")).hasSize(2);
        assertThat(still.body()).contains("answers.association.landlord", "answers.plan.debt");

        var _ = api.put(association, Api.officer(), "\"2\"", answers(WHOLE_ASSOCIATION));
        var _ =
                api.put(
                        application + "/sections/plan",
                        Api.officer(),
                        "\"2\"",
                        answers("{\"purpose\":\"Kerho\",\"loan\":true,\"debt\":\"10.00\"}"));
        Answer done = submit(application);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.text("/form/answers/plan/debt")).isEqualTo("10.00");
        Answer late = api.put(association, Api.officer(), "\"3\"", answers("{}"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/reason")).isEqualTo("already-submitted");
    }

    @Test
    void isShorterForSmallSums() {
        String form = api.post("/forms", Api.officer(), FORM).text("/id");
        String call =
                api.publishedCallWith(scheme(form).replace("}", ",\"lightUpTo\":\"100.00\"}"));
        String application = started(call, api.association());

        assertThat(submit(application).body())
                .contains("answers.association.young")
                .doesNotContain("answers.plan.purpose");
    }

    @Test
    void isNamedByACallOnlyWhenItIsThere() {
        String body =
                api.callBody("1000.00", "400.00")
                        .stripTrailing()
                        .replaceFirst("}$", ",\"scheme\":" + scheme("no-such") + "}");

        assertThat(api.post("/calls", Api.officer(), body).text("/errors/0/field"))
                .isEqualTo("scheme.form");
    }

    private static String scheme(String form) {
        return "{\"kind\":\"operating\",\"form\":\"" + form + "\"}";
    }

    private static String answers(String answers) {
        return "{\"answers\":" + answers + "}";
    }

    private String started(String call, String association) {
        Answer started =
                api.post(
                        "/applications",
                        Api.officer(),
                        Api.applicationBody(call, association, "100.00"));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        return "/applications/" + started.text("/id");
    }

    private Answer submit(String application) {
        String etag = api.get(application, Api.officer()).header("ETag");
        return api.put(application + "/submission", Api.officer(), etag, "");
    }
}
