package fi.kumppani.grants.eligibility.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.StreamSupport;

@GrantsServiceTest
class EligibilityApiIntegrationTests {

    private static final String RULES =
            """
            {"kind":"village-development","capPerApplicant":"500.00","lightUpTo":"100.00",
             "share":{"tiers":[{"upTo":"1000.00","percent":50}],"above":"refused"},
             "rules":[{"rule":"not-begun"},{"rule":"at-most","applications":2},
              {"rule":"declaration","id":"audit","statement":{"fi":"Käytön saa tarkastaa."}}]}\
            """;

    private static final String ABOUT_ANYBODY =
            """
            {"kind":"operating","capPerApplicant":"500.00",
             "share":{"tiers":[{"upTo":"1000.00","percent":50}],"above":"refused"},
             "rules":[{"rule":"home-here"},{"rule":"not-begun"},{"rule":"at-most","applications":2},
              {"rule":"one-call-of","kinds":["operating"]},{"rule":"no-overdue-report"},
              {"rule":"together","partners":3},
              {"rule":"declaration","id":"audit","statement":{"fi":"Käytön saa tarkastaa."}}]}\
            """;

    @Autowired Api api;

    @Test
    void answersEachRuleBeforeAnyWorkIsDone() {
        String association = api.association();
        String call = api.publishedCallWith(RULES);
        api.mandate("eeva", association);

        Answer answer = ask("eeva", call, association, "");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/eligible").asBoolean()).isFalse();
        assertThat(answer.json().at("/possible").asBoolean()).isTrue();
        assertThat(rule(answer, "call-open").at("/answer").asString()).isEqualTo("yes");
        assertThat(rule(answer, "association-form").at("/answer").asString()).isEqualTo("yes");
        assertThat(rule(answer, "not-begun").at("/answer").asString()).isEqualTo("open");
        assertThat(rule(answer, "not-begun").at("/field").asString()).isEqualTo("beginsOn");
        assertThat(rule(answer, "declaration").at("/id").asString()).isEqualTo("audit");
        assertThat(rule(answer, "declaration").at("/text/fi").asString())
                .isEqualTo("Käytön saa tarkastaa.");
        assertThat(rule(answer, "cap").at("/field").asString()).isEqualTo("requested");
    }

    @Test
    void saysWhyNotInThreeLanguages() {
        String association = api.association();
        String call = api.publishedCallWith(RULES);

        Answer answer =
                api.post(
                        "/calls/" + call + "/eligibility",
                        Api.officer(),
                        body(
                                association,
                                ",\"requested\":\"400.01\",\"totalCost\":\"800.00\","
                                        + "\"beginsOn\":\"2020-01-01\""));

        JsonNode cap = rule(answer, "cap");
        assertThat(cap.at("/answer").asString()).isEqualTo("no");
        assertThat(cap.at("/reason").asString()).isEqualTo("over-cap");
        assertThat(cap.at("/because/fi").asString())
                .startsWith("Yksi hakemus voi saada enintään 400,00");
        assertThat(cap.at("/because/sv").asString()).startsWith("En ansökan kan få högst 400,00");
        assertThat(cap.at("/because/en").asString())
                .startsWith("One application can get at most 400,00");
        assertThat(rule(answer, "not-begun").at("/reason").asString()).isEqualTo("already-begun");
        assertThat(rule(answer, "share").at("/reason").asString()).isEqualTo("over-share");
        assertThat(answer.json().at("/possible").asBoolean()).isFalse();
    }

    @Test
    void takesTheLightWayForASmallSum() {
        String association = api.association();
        String call = api.publishedCallWith(RULES);
        api.mandate("eeva", association);
        String rest = ",\"beginsOn\":\"2999-01-01\",\"declared\":[\"audit\"]";

        Answer light = ask("eeva", call, association, ",\"requested\":\"100.00\"" + rest);
        Answer full = ask("eeva", call, association, ",\"requested\":\"100.01\"" + rest);

        assertThat(light.text("/track")).isEqualTo("light");
        assertThat(light.json().at("/eligible").asBoolean()).isTrue();
        assertThat(full.text("/track")).isEqualTo("full");
        assertThat(rule(full, "share").at("/field").asString()).isEqualTo("totalCost");
    }

    @Test
    void holdsTheSameRulesAtSubmission() {
        String association = api.association();
        String call = api.publishedCallWith(RULES);
        assertThat(submit(call, association, "300.00", "")).isEqualTo("dates-missing");
        String declared = "\"beginsOn\":\"2999-01-01\",\"declared\":[\"audit\"],";
        assertThat(submit(call, association, "300.00", "\"beginsOn\":\"2999-01-01\","))
                .isEqualTo("not-declared");
        assertThat(submit(call, association, "300.00", declared)).isEqualTo("total-cost-missing");
        String costing = declared + "\"totalCost\":\"800.00\",";
        assertThat(submit(call, association, "300.00", costing)).isEqualTo("200");

        assertThat(submit(call, association, "200.01", costing))
                .isEqualTo("over-cap-per-applicant");
        assertThat(submit(call, association, "200.00", costing)).isEqualTo("200");
        assertThat(submit(call, association, "1.00", costing)).isEqualTo("already-applied");

        api.mandate("eeva", association);
        JsonNode most = rule(ask("eeva", call, association, ""), "at-most");
        assertThat(most.at("/reason").asString()).isEqualTo("already-applied");
        String other = api.association();
        assertThat(submit(call, other, "400.00", costing)).isEqualTo("200");
    }

    @Test
    void letsOneCallOfAKindBeAppliedToAYear() {
        String association = api.association();
        String one =
                "{\"kind\":\"operating\",\"rules\":[{\"rule\":\"one-call-of\",\"kinds\":[\"operating\"]}]}";
        String first = api.publishedCallWith(one);
        String second = api.publishedCallWith(one);
        String event = api.publishedCallWith("{\"kind\":\"event\"}");

        assertThat(submit(first, association, "10.00", "")).isEqualTo("200");
        assertThat(submit(second, association, "10.00", "")).isEqualTo("funded-from-another-call");
        assertThat(submit(event, association, "10.00", "")).isEqualTo("200");
        assertThat(submit(first, association, "10.00", "")).isEqualTo("200");
    }

    @Test
    void countsNothingThatWasRefused() {
        String association = api.association();
        String call =
                api.publishedCallWith(
                        "{\"kind\":\"event\",\"rules\":[{\"rule\":\"at-most\",\"applications\":1}]}");
        String id = api.submitted(call, association, "10.00");
        assertThat(submit(call, association, "10.00", "")).isEqualTo("already-applied");

        Answer refused =
                api.post(
                        "/applications/" + id + "/decision",
                        Api.decider(),
                        "{\"decision\":\"refuse\",\"reasons\":[\"outside-purpose\"]}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(201);
        assertThat(submit(call, association, "10.00", "")).isEqualTo("200");
    }

    @Test
    void isAnsweredToWhoMayApplyForTheAssociation() {
        String association = api.association();
        String call = api.publishedCallWith(RULES);
        String path = "/calls/" + call + "/eligibility";

        assertThat(api.post(path, Api.person("vieras"), body(association, "")).status())
                .isEqualTo(403);
        assertThat(api.post(path, Api.stranger(), body(association, "")).status()).isEqualTo(404);
        assertThat(
                        api.post("/calls/no-such/eligibility", Api.officer(), body(association, ""))
                                .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"requested\":\"1.001\" | requested",
                "\"requested\":\"-1.00\" | requested",
                "\"requested\":\"1000000000000\" | requested",
                "\"events\":0 | events",
                "\"beginsOn\":\"2027-02-30\" | beginsOn",
                "\"beginsOn\":\"2027-02-02\",\"endsOn\":\"2027-02-01\" | endsOn",
                "\"colour\":\"red\" | colour",
            })
    void namesTheFieldAtFault(String more, String field) {
        Answer answer =
                api.post(
                        "/calls/" + api.newId() + "/eligibility",
                        Api.officer(),
                        body(api.newId(), "," + more));

        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.body()).contains("\"" + field + "\"");
    }

    @Test
    void answersAnybodyAsFarAsItCanBeToldWithoutKnowingThem() {
        String call = api.publishedCallWith(ABOUT_ANYBODY);

        Answer nothing = askForAnybody(call, "");
        assertThat(nothing.status()).as(nothing.body()).isEqualTo(200);
        assertThat(nothing.json().at("/eligible").asBoolean()).isFalse();
        assertThat(nothing.json().at("/possible").asBoolean()).isTrue();
        assertThat(rule(nothing, "call-open").at("/answer").asString()).isEqualTo("yes");
        assertThat(open(nothing, "association-form")).isEqualTo("form");
        assertThat(open(nothing, "home-here")).isEqualTo("homeHere");
        assertThat(open(nothing, "cap")).isEqualTo("requested");

        Answer fits =
                askForAnybody(
                        call,
                        "?form=cooperative&homeHere=true&requested=400&totalCost=800.00&events="
                                + "&beginsOn=2999-01-01&declared=audit");
        for (String rule :
                List.of("association-form", "home-here", "not-begun", "declaration", "cap")) {
            assertThat(rule(fits, rule).at("/answer").asString()).as(rule).isEqualTo("yes");
        }
        for (String rule :
                List.of(
                        "association-known",
                        "association-active",
                        "at-most",
                        "one-call-of",
                        "no-overdue-report",
                        "together",
                        "cap-per-applicant")) {
            assertThat(open(fits, rule)).as(rule).isEqualTo("associationId");
        }
        assertThat(fits.json().at("/eligible").asBoolean()).isFalse();
        assertThat(fits.json().at("/possible").asBoolean()).isTrue();

        Answer not =
                askForAnybody(
                        call, "?form=foundation&homeHere=false&requested=501&beginsOn=2020-01-01");
        assertThat(rule(not, "association-form").at("/reason").asString())
                .isEqualTo("form-not-eligible");
        assertThat(rule(not, "home-here").at("/reason").asString()).isEqualTo("home-elsewhere");
        assertThat(rule(not, "not-begun").at("/reason").asString()).isEqualTo("already-begun");
        assertThat(rule(not, "cap").at("/because/sv").asString()).contains("högst 400,00");
        assertThat(rule(not, "cap-per-applicant").at("/answer").asString()).isEqualTo("no");
        assertThat(not.json().at("/possible").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "requested=1.001, requested",
        "totalCost=-1, totalCost",
        "events=0, events",
        "events=1001, events",
        "beginsOn=2027-02-30, beginsOn",
        "beginsOn=2027-02-02&endsOn=2027-02-01, endsOn",
        "form=company, form",
        "homeHere=yes, homeHere",
        "requested=1&requested=2, requested",
        "associationId=a, associationId"
    })
    void namesTheParameterAtFault(String query, String field) {
        Answer answer = askForAnybody(api.newId(), "?" + query);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void tellsNobodyOfCallsThatAreNotThere() {
        assertThat(askForAnybody("no-such", "").status()).isEqualTo(404);
    }

    private Answer askForAnybody(String call, String query) {
        return api.get("/calls/" + call + "/eligibility" + query);
    }

    private static String open(Answer answer, String rule) {
        assertThat(rule(answer, rule).at("/answer").asString()).as(rule).isEqualTo("open");
        return rule(answer, rule).at("/field").asString();
    }

    private Answer ask(String subject, String call, String association, String more) {
        return api.post(
                "/calls/" + call + "/eligibility", Api.person(subject), body(association, more));
    }

    private static String body(String association, String more) {
        return "{\"associationId\":\"" + association + "\"" + more + "}";
    }

    /** What came of handing in: 200, or the reason it was refused. */
    private String submit(String call, String association, String requested, String more) {
        String body =
                Api.applicationBody(call, association, requested)
                        .replace("\"events\"", more + "\"events\"");
        Answer started = api.post("/applications", Api.officer(), body);
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        Answer submitted =
                api.put(
                        "/applications/" + started.text("/id") + "/submission",
                        Api.officer(),
                        "\"1\"",
                        "");
        return submitted.status() == 200 ? "200" : submitted.text("/reason");
    }

    private static JsonNode rule(Answer answer, String rule) {
        return StreamSupport.stream(answer.json().at("/rules").spliterator(), false)
                .filter(each -> each.at("/rule").asString().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No rule " + rule + " in " + answer.body()));
    }
}
