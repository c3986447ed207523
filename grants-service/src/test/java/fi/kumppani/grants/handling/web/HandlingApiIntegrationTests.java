package fi.kumppani.grants.handling.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

@GrantsServiceTest
class HandlingApiIntegrationTests {

    private static final String CRITERIA =
            """
            "criteria":[{"id":"need","text":{"fi":"Tarve"},"weight":60},
             {"id":"plan","text":{"fi":"Suunnitelma"},"weight":40,"mostPoints":3}]\
            """;

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired Clock clock;

    private String run;
    private String association;
    private String call;
    private String id;

    @BeforeEach
    void haveAnApplication() {
        run = api.newId();
        association = api.association();
        call = api.publishedCallWith("{\"kind\":\"project\"," + CRITERIA + "}");
        id = api.submitted(call, association, "300.00");
    }

    @Test
    void isTakenAssignedAndReleasedByOfficers() {
        Tokens officer = officer("a");

        Answer waiting = api.get(handling(), Api.decider());
        assertThat(waiting.status()).as(waiting.body()).isEqualTo(200);
        assertThat(waiting.text("/state")).isEqualTo("waiting");
        assertThat(waiting.header("ETag")).isEqualTo("\"1\"");

        Answer taken = api.put(handling() + "/assignment", officer, "\"1\"", "{}");
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.text("/assignment/mine")).isEqualTo("true");
        assertThat(taken.text("/state")).isEqualTo("in-handling");
        assertThat(taken.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.put(handling() + "/assignment", officer("b"), "\"1\"", "{}").status())
                .isEqualTo(412);
        Answer assigned =
                api.put(
                        handling() + "/assignment",
                        officer("b"),
                        "\"2\"",
                        "{\"officer\":\"somebody\"}");
        assertThat(assigned.text("/assignment/officer")).isEqualTo("somebody");
        assertThat(release("\"3\"").status()).isEqualTo(200);
        assertThat(release("\"4\"").text("/reason")).isEqualTo("not-assigned");
        ReceivedMessage told =
                messages.awaitMessage(
                        Topics.GRANTS_HANDLING,
                        each ->
                                each.subject().equals(id)
                                        && each.type().equals("grants.handling.changed.v1"));
        assertThat(told.body()).contains("in-handling").doesNotContain("officer-");
    }

    @Test
    void refusesToAssignToWhoIsDisqualified() {
        Tokens tied = officer("tied");
        declare(tied, "employment");

        Answer refused =
                api.put(
                        handling() + "/assignment",
                        officer("a"),
                        "\"1\"",
                        "{\"officer\":\"%s\"}".formatted(subject("tied")));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("assignee-disqualified");
    }

    @Test
    void hidesReviewsUntilTheOwnIsGiven() {
        assertThat(review("a", "0", 4, 1, "Tarvitaan").status()).isEqualTo(200);

        Answer before = api.get(handling(), officer("b"));
        assertThat(before.text("/reviewsGiven")).isEqualTo("1");
        assertThat(before.json().get("reviews")).isEmpty();
        assertThat(before.json().has("score")).isFalse();
        assertThat(before.body()).doesNotContain("Tarvitaan");
        assertThat(api.get(handling(), Api.decider()).json().get("reviews")).isEmpty();
        assertThat(row(officer("b"), "number").has("total")).isFalse();
        assertThat(row(officer("a"), "number").get("total").asString()).isEqualTo("61.33");

        assertThat(review("b", "0", 3, 1, null).status()).isEqualTo(200);
        Answer after = api.get(handling(), officer("b"));
        assertThat(after.json().get("reviews")).hasSize(2);
        assertThat(after.text("/reviews/0/comment")).isEqualTo("Tarvitaan");
        assertThat(after.text("/score/total")).isEqualTo("55.33");
        assertThat(after.text("/score/criteria/0/points")).isEqualTo("7");
        assertThat(after.text("/score/criteria/0/mostPoints")).isEqualTo("10");
        assertThat(after.text("/score/criteria/0/share")).isEqualTo("42.00");
    }

    @Test
    void takesAReviewAnewUntilTheRoundIsClosed() {
        assertThat(review("a", "0", 4, 1, null).header("ETag")).isEqualTo("\"1\"");
        assertThat(review("a", "0", 5, 1, null).status()).isEqualTo(412);
        assertThat(review("a", "1", 5, 3, null).header("ETag")).isEqualTo("\"2\"");
        assertThat(api.get(mine(), officer("a")).text("/points/plan")).isEqualTo("3");
        assertThat(api.get(mine(), officer("b")).status()).isEqualTo(404);

        String closing = "/applications/" + id + "/review-round/closing";
        assertThat(api.put(closing, Api.decider(), "\"1\"", "").status()).isEqualTo(403);
        assertThat(api.put(closing, officer("b"), "\"9\"", "").status()).isEqualTo(412);
        Answer closed = api.put(closing, officer("b"), "\"1\"", "");
        assertThat(closed.text("/state")).isEqualTo("reviewed");
        assertThat(closed.text("/score/total")).isEqualTo("100.00");
        assertThat(review("a", "2", 1, 1, null).text("/reason")).isEqualTo("review-round-closed");
        assertThat(api.get(handling(), Api.decider()).json().get("reviews")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"need\":6,\"plan\":1}',            points.need,  out-of-range",
        "'{\"need\":-1,\"plan\":1}',           points.need,  out-of-range",
        "'{\"need\":5}',                       points.plan,  missing",
        "'{\"need\":5,\"plan\":4}',            points.plan,  out-of-range",
        "'{\"need\":5,\"plan\":1,\"more\":1}', points.more,  unknown",
    })
    void namesTheCriterionAtFault(String points, String field, String code) {
        Answer answer = api.put(mine(), officer("a"), "\"0\"", "{\"points\":" + points + "}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
        assertThat(api.get(handling(), officer("a")).text("/reviewsGiven")).isEqualTo("0");
    }

    @Test
    void hidesWhoAppliesInABlindReviewUntilTheRoundIsClosed() {
        call =
                api.publishedCallWith(
                        "{\"kind\":\"project\",\"blindReview\":true," + CRITERIA + "}");
        id = api.submitted(call, association, "300.00");
        assertThat(review("a", "0", 4, 1, null).status()).isEqualTo(200);

        Answer blind = api.get(handling(), officer("a"));
        assertThat(blind.text("/blind")).isEqualTo("true");
        assertThat(blind.text("/proposal/purpose")).isEqualTo("Kyläjuhlan esiintyjät");
        assertThat(blind.body()).doesNotContain(association);
        JsonNode row = row(officer("a"), "number");
        assertThat(row.has("associationId") || row.has("associationName")).isFalse();
        assertThat(row.has("pastGrants")).isFalse();
        assertThat(csv(officer("a"))).doesNotContain(association, "kyläyhdistys");
        assertHidden(officer("a"));
        assertHidden(Api.decider());
        assertTold(takenBy("preparer"));

        assertThat(closeAll().status()).isEqualTo(200);
        assertTold(officer("a"));
        assertThat(api.get(handling(), officer("b")).text("/associationId")).isEqualTo(association);
        assertThat(row(officer("b"), "total").get("associationId").asString())
                .isEqualTo(association);
    }

    private Tokens takenBy(String subject) {
        Tokens officer = officer(subject);
        Answer taken =
                api.put(
                        handling() + "/assignment",
                        officer,
                        api.get(handling(), officer).header("ETag"),
                        "{}");
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.text("/associationId")).isEqualTo(association);
        return officer;
    }

    private void assertHidden(Tokens reader) {
        String application = "/applications/" + id;
        assertThat(api.get(application, reader).status()).isEqualTo(200);
        assertThat(api.get(application, reader).json().has("associationId")).isFalse();
        for (String path : List.of(application, handling(), "/calls/" + call + "/applications")) {
            assertThat(api.get(path, reader).body())
                    .contains(id)
                    .doesNotContain(association, "kyläyhdistys", "Kortesjärv", "\"language\"");
        }
        for (String path :
                List.of("/attachments/x", "/sections/x", "/bank-account", "/decided-elsewhere")) {
            assertThat(api.get(application + path, reader).body()).contains("blind-round");
        }
    }

    private void assertTold(Tokens reader) {
        assertThat(api.get("/applications/" + id, reader).text("/associationId"))
                .isEqualTo(association);
        assertThat(
                        api.get("/calls/" + call + "/applications", reader)
                                .text("/items/0/associationId"))
                .isEqualTo(association);
        assertThat(api.get("/applications/" + id + "/bank-account", reader).status())
                .isEqualTo(200);
    }

    @Test
    void tellsAnApplicantAllOfItInABlindReviewAndNoOfficialOnItsBehalf() {
        call = api.publishedCallWith("{\"kind\":\"project\",\"blindReview\":true}");
        id = api.submitted(call, association, "300.00");
        api.mandate("blind-secretary", association);

        Answer own = api.get("/applications/" + id, Api.personFromElsewhere("blind-secretary"));
        Answer onBehalf = api.put("/applications/" + id + "/withdrawal", officer("a"), "\"2\"", "");

        assertThat(own.text("/associationId")).as(own.body()).isEqualTo(association);
        assertThat(own.text("/language")).isEqualTo("sv");
        assertThat(onBehalf.status()).as(onBehalf.body()).isEqualTo(403);
        assertThat(onBehalf.text("/reason")).isEqualTo("blind-round");
    }

    @Test
    void isComparedInPagesAndAsASpreadsheet() {
        String second = api.submitted(call, api.association(), "400.00");
        String third = api.submitted(call, api.association(), "350.00");

        assertThat(compared("number", 2)).containsExactly(id, second, third);
        assertThat(compared("amount", 1)).containsExactly(second, third, id);
        Answer early = api.get("/calls/" + call + "/comparison?sort=total", officer("a"));
        assertThat(early.text("/reason")).isEqualTo("review-round-open");
        assertThat(review("a", "0", 4, 1, null).status()).isEqualTo(200);
        assertThat(closeAll().text("/closedAt")).isEqualTo(closeAll().text("/closedAt"));
        assertThat(compared("total", 2)).containsExactly(id, second, third);
        assertThat(api.get("/calls/" + call + "/comparison?sort=name", officer("a")).status())
                .isEqualTo(400);
        assertThat(api.get("/calls/nothing/comparison", officer("a")).status()).isEqualTo(404);
        assertThat(api.get("/calls/" + call + "/comparison", Api.person("x")).status())
                .isEqualTo(403);

        assertThat(csv(Api.decider()).lines())
                .hasSize(4)
                .element(1)
                .asString()
                .contains("743/2026/", association, "300.00", "61.33", "reviewed", "submitted");
    }

    @Test
    void makesTextOfWhatLooksLikeAFormula() {
        Answer assigned =
                api.put(
                        handling() + "/assignment",
                        officer("a"),
                        "\"1\"",
                        "{\"officer\":\"=cmd()\"}");
        assertThat(assigned.status()).as(assigned.body()).isEqualTo(200);

        assertThat(csv(officer("a"))).contains(",'=cmd(),");
    }

    @Test
    void tellsWhatTheApplicantWasGrantedBefore() {
        String past = api.callBody("30000.00", "400.00").replace("\"year\":2026", "\"year\":2025");
        String before = api.post("/calls", Api.officer(), past).text("/id");
        assertThat(
                        api.put("/calls/" + before + "/publication", Api.officer(), "\"1\"", "")
                                .status())
                .isEqualTo(200);
        String granted = api.submitted(before, association, "200.00");
        assertThat(
                        api.post(
                                        "/applications/" + granted + "/decision",
                                        Api.decider(),
                                        "{\"decision\":\"grant\",\"amount\":\"200.00\"}")
                                .status())
                .isEqualTo(201);

        importGrant("50.00");

        JsonNode row = row(officer("a"), "number");

        assertThat(row.get("pastGrants")).hasSize(2);
        assertThat(row.at("/pastGrants/0/year").asInt()).isEqualTo(2024);
        assertThat(row.at("/pastGrants/0/granted").asString()).isEqualTo("50.00");
        assertThat(row.at("/pastGrants/1/year").asInt()).isEqualTo(2025);
        assertThat(row.at("/pastGrants/1/granted").asString()).isEqualTo("200.00");
    }

    @Test
    void handlesNothingThatIsDecidedOrNotHandedIn() {
        String draft =
                api.post(
                                "/applications",
                                Api.officer(),
                                Api.applicationBody(call, api.association(), "100.00"))
                        .text("/id");
        assertThat(api.get("/applications/" + draft + "/handling", officer("a")).status())
                .isEqualTo(404);
        assertThat(
                        api.put(
                                        "/applications/" + draft + "/handling/assignment",
                                        officer("a"),
                                        "\"1\"",
                                        "{}")
                                .text("/reason"))
                .isEqualTo("not-submitted");
        var _ =
                api.post(
                        "/applications/" + id + "/decision",
                        Api.decider(),
                        "{\"decision\":\"refuse\",\"reasons\":[\"incomplete\"]}");

        assertThat(review("a", "0", 1, 1, null).text("/reason")).isEqualTo("already-decided");
        assertThat(api.get(handling(), officer("a")).text("/status")).isEqualTo("refused");
        String plain = api.publishedCall("30000.00", "400.00");
        id = api.submitted(plain, association, "100.00");
        assertThat(review("a", "0", 1, 1, null).text("/reason")).isEqualTo("no-criteria");
        assertThat(api.put(handling() + "/assignment", Api.decider(), "\"1\"", "{}").status())
                .isEqualTo(403);
        assertThat(api.get(handling(), Api.stranger()).status()).isEqualTo(404);
    }

    @Test
    void showsAndMovesNothingForTheDisqualifiedWhateverTheyDeclare() {
        Random random = new Random(1);
        LocalDate today = FinnishTime.today(clock);
        List<String> kinds = List.of("board-seat", "close-person", "special-benefit", "membership");
        for (int round = 0; round < 12; round++) {
            String name = "random" + round;
            Tokens person = officer(name);
            boolean barred = false;
            for (int tie = random.nextInt(3); tie > 0; tie--) {
                String kind = kinds.get(random.nextInt(kinds.size()));
                LocalDate from = today.plusDays(random.nextInt(7) - 3);
                LocalDate until = from.plusDays(random.nextInt(4));
                declare(person, kind, from, until);
                barred |=
                        !kind.equals("membership")
                                && !from.isAfter(today)
                                && !until.isBefore(today);
            }

            assertThat(api.get(handling(), person).status()).isEqualTo(barred ? 403 : 200);
            assertThat(row(person, "number").has("disqualified")).isEqualTo(barred);
            assertThat(row(person, "amount").has("requested")).isEqualTo(!barred);
            assertThat(csv(person).contains("300.00")).isEqualTo(!barred);
            assertThat(review(name, "0", 1, 1, null).status()).isEqualTo(barred ? 403 : 200);
            String seen = api.get(handling(), Api.decider()).header("ETag");
            assertThat(api.put(handling() + "/assignment", person, seen, "{}").status())
                    .isEqualTo(barred ? 403 : 200);
        }
    }

    @Test
    void isNobodysAgainWhenItsOfficerDeclaresATie() {
        var _ = api.put(handling() + "/assignment", officer("tied"), "\"1\"", "{}");
        assertThat(review("tied", "0", 5, 3, null).status()).isEqualTo(200);

        declare(officer("tied"), "board-seat");

        JsonNode row = row(officer("a"), "number");
        assertThat(row.has("assignee")).isFalse();
        assertThat(row.get("state").asString()).isEqualTo("waiting");
        assertThat(row.get("reviews").asInt()).isZero();
        JsonNode log =
                api.get("/applications/" + id + "/recusals", Api.officer()).json().get("items");
        assertThat(log).hasSize(1);
        assertThat(log.at("/0/manner").asString()).isEqualTo("released");
        assertThat(log.at("/0/ground").asString()).isEqualTo("board-seat");
    }

    @Test
    void writesDownThatADeciderWasTied() {
        Tokens decider =
                Tokens.of(subject("decider"))
                        .inMunicipality(Api.SEINAJOKI)
                        .withRoles(Role.DECISION_MAKER);
        assertThat(
                        api.post(
                                        "/applications/" + id + "/decision",
                                        decider,
                                        "{\"decision\":\"refuse\",\"reasons\":[\"incomplete\"]}")
                                .status())
                .isEqualTo(201);

        declare(decider, "close-person");

        assertThat(
                        api.get("/applications/" + id + "/recusals", Api.officer())
                                .text("/items/0/ground"))
                .isEqualTo("close-person");
    }

    private void importGrant(String granted) {
        String body =
                """
                {"calls":[{"key":"%1$s","title":{"fi":"Avustukset"},"year":2024,
                           "budget":"100.00","closesOn":"2024-02-28"}],
                 "decisions":[{"key":"%1$s-1","call":"%1$s","associationId":"%2$s",
                               "granted":"%3$s","decidedOn":"2024-03-15"}]}
                """
                        .formatted(run, association, granted);
        Tokens importer =
                Tokens.of("history-import")
                        .inMunicipality(Api.SEINAJOKI)
                        .withScopes("history:import");
        Answer taken =
                api.send(HttpMethod.POST, "/grant-imports", importer.bearer(), body, null, "");
        assertThat(taken.text("/decisions/0/result")).as(taken.body()).isEqualTo("imported");
    }

    private List<String> compared(String sort, int limit) {
        List<String> found = new ArrayList<>();
        String next = "";
        do {
            Answer page =
                    api.get(
                            "/calls/"
                                    + call
                                    + "/comparison?sort="
                                    + sort
                                    + "&limit="
                                    + limit
                                    + next,
                            officer("a"));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json().get("items").forEach(row -> found.add(row.get("applicationId").asString()));
            JsonNode cursor = page.json().path("next");
            next = cursor.isMissingNode() ? "" : "&cursor=" + cursor.asString();
        } while (!next.isEmpty());
        return found;
    }

    private JsonNode row(Tokens reader, String sort) {
        Answer page = api.get("/calls/" + call + "/comparison?sort=" + sort, reader);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page.json().at("/items/0");
    }

    private String csv(Tokens reader) {
        Answer answer = api.get("/calls/" + call + "/comparison.csv", reader);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private Answer closeAll() {
        return api.send(
                HttpMethod.PUT,
                "/calls/" + call + "/review-round/closing",
                Api.officer().bearer(),
                "",
                null,
                "");
    }

    private Answer review(
            String officer, String seen, int need, int plan, @Nullable String comment) {
        return api.put(
                mine(),
                officer(officer),
                "\"" + seen + "\"",
                "{\"points\":{\"need\":%d,\"plan\":%d}%s}"
                        .formatted(
                                need,
                                plan,
                                comment == null ? "" : ",\"comment\":\"" + comment + "\""));
    }

    private Answer release(String seen) {
        return api.send(
                HttpMethod.DELETE,
                handling() + "/assignment",
                officer("b").bearer(),
                "",
                "If-Match",
                seen);
    }

    private void declare(Tokens person, String kind) {
        declare(person, kind, LocalDate.of(2026, 1, 1), LocalDate.of(2999, 1, 1));
    }

    private void declare(Tokens person, String kind, LocalDate from, LocalDate until) {
        Answer declared =
                api.send(
                        HttpMethod.PUT,
                        "/interest-ties/mine/" + api.newId(),
                        person.bearer(),
                        "{\"associationId\":\"%s\",\"kind\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}"
                                .formatted(association, kind, from, until),
                        null,
                        "");
        assertThat(declared.status()).as(declared.body()).isEqualTo(200);
    }

    private String handling() {
        return "/applications/" + id + "/handling";
    }

    private String mine() {
        return "/applications/" + id + "/reviews/mine";
    }

    private Tokens officer(String name) {
        return Tokens.of(subject(name)).inMunicipality(Api.SEINAJOKI).withRoles(Role.GRANT_OFFICER);
    }

    private String subject(String name) {
        return "officer-" + name + "-" + run;
    }
}
