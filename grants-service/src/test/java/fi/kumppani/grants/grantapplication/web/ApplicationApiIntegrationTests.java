package fi.kumppani.grants.grantapplication.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

@GrantsServiceTest
class ApplicationApiIntegrationTests {

    private static final String REFUSE =
            "{\"decision\":\"refuse\",\"reasons\":[\"outside-purpose\"]}";

    @Autowired Api api;
    @Autowired TestMessages messages;

    @Test
    void leadsFromADraftToADecisionThatIsTold() {
        String association = api.association();
        String call = api.publishedCall("30000.00", "400.00");
        api.mandate("anna", association);
        Tokens anna = Api.person("anna");

        Answer started =
                api.post("/applications", anna, Api.applicationBody(call, association, "300.00"));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        String path = "/applications/" + started.text("/id");

        Answer changed = api.put(path, anna, "\"1\"", change("400.00"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("/requested")).isEqualTo("400.00");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.put(path, anna, "\"1\"", change("1.00")).status()).isEqualTo(412);

        Answer submitted = api.put(path + "/submission", anna, "\"2\"", "");
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        assertThat(submitted.text("/status")).isEqualTo("submitted");
        assertThat(submitted.text("/diaryNumber")).matches("743/2026/[0-9]{5}");
        assertThat(api.put(path + "/submission", anna, "\"2\"", "").status()).isEqualTo(200);
        Answer late = api.put(path, anna, submitted.header("ETag"), change("1.00"));
        assertThat(late.text("/reason")).isEqualTo("already-submitted");

        Answer decided = api.post(path + "/decision", Api.decider(), grant("350.00"));
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        assertThat(decided.text("/outcome")).isEqualTo("partly-granted");
        assertThat(decided.text("/reasons/0/text/sv")).isNotBlank();

        Answer read = api.get(path, anna);
        assertThat(read.text("/status")).isEqualTo("partly-granted");
        assertThat(read.text("/decision/granted")).isEqualTo("350.00");
        assertThat(read.body()).doesNotContain("@");
        Answer ledger = api.get("/calls/" + call + "/ledger", Api.decider());
        assertThat(ledger.text("/granted")).isEqualTo("350.00");
        assertThat(ledger.text("/reserved")).isEqualTo("0.00");

        String id = started.text("/id");
        ReceivedMessage told =
                messages.awaitMessage(
                        Topics.GRANTS_APPLICATION,
                        each ->
                                each.subject().equals(id)
                                        && each.type().equals("grants.application.decided.v1"));
        assertThat(told.sequence()).isEqualTo(3);
        assertThat(told.body()).contains("partly-granted").doesNotContain("@");
    }

    @Test
    void isRefusedInTimeWithAReason() {
        String call = api.publishedCall("30000.00", "400.00");

        assertThat(submission(call, api.association("foundation", true)).text("/reason"))
                .isEqualTo("form-not-eligible");
        assertThat(submission(call, api.association("cooperative", false)).text("/reason"))
                .isEqualTo("association-not-active");
        Answer unknown =
                api.post(
                        "/applications",
                        Api.officer(),
                        Api.applicationBody(call, api.newId(), "400.00"));
        assertThat(unknown.status()).isEqualTo(409);
        assertThat(unknown.text("/reason")).isEqualTo("association-unknown");
        Answer over = submission(call, api.association(), "400.01");
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.text("/reason")).isEqualTo("over-cap");
    }

    @ParameterizedTest
    @CsvSource({
        "400.00,           -1.00,              requested",
        "400.00,           0.00,               requested",
        "400.00,           400.001,            requested",
        "400.00,           1000000000000,      requested",
        "400.00,           9223372036854775807, requested",
        "kyla@example.org, kyla,               email",
        "kyla@example.org, 'a@b.fi,c@d.fi',    email",
        "'\"events\":1',   '\"events\":0',     events",
        "'\"language\":\"sv\"', '\"language\":\"se\"', language",
    })
    void isNotStartedWithBadInput(String right, String wrong, String field) {
        String call = api.publishedCall("30000.00", "400.00");
        String body = Api.applicationBody(call, api.association(), "400.00").replace(right, wrong);

        Answer answer = api.post("/applications", Api.officer(), body);

        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        assertThat(api.get("/calls/" + call + "/applications", Api.officer()).json().at("/items"))
                .isEmpty();
    }

    @Test
    void isNotStartedForACallThatIsNotThere() {
        String association = api.association();
        String drafted =
                api.post("/calls", Api.officer(), api.callBody("30000.00", "400.00")).text("/id");

        for (String call : List.of(api.newId(), drafted, "$ne")) {
            Answer answer =
                    api.post(
                            "/applications",
                            Api.officer(),
                            Api.applicationBody(call, association, "400.00"));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text("/errors/0/field")).isEqualTo("callId");
        }
    }

    @Test
    void isStartedOnceUnderOneKey() {
        String call = api.publishedCall("30000.00", "400.00");
        String body = Api.applicationBody(call, api.association(), "400.00");
        String key = api.newId();
        Answer first = api.post("/applications", Api.officer(), body, key);
        var _ =
                api.put(
                        "/applications/" + first.text("/id"),
                        Api.officer(),
                        "\"1\"",
                        change("10.00"));

        Answer again = api.post("/applications", Api.officer(), body, key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(
                        api.post(
                                        "/applications",
                                        Api.officer(),
                                        body.replace("400.00", "399.00"),
                                        key)
                                .status())
                .isEqualTo(422);
    }

    @Test
    void isSeenAndMovedOnlyByThoseWhoMay() {
        String association = api.association();
        String call = api.publishedCall("30000.00", "400.00");
        String id = api.submitted(call, association, "400.00");
        String path = "/applications/" + id;
        api.mandate("anna", association);
        api.mandate("bertil", api.association());

        assertThat(api.get(path).status()).isEqualTo(401);
        assertThat(api.get(path, Api.person("anna")).status()).isEqualTo(200);
        assertThat(api.get(path, Api.person("bertil")).status()).isEqualTo(404);
        assertThat(api.get(path, Api.stranger()).status()).isEqualTo(404);
        assertThat(api.get(path, Api.decider()).status()).isEqualTo(200);
        assertThat(api.put(path, Api.decider(), "\"2\"", change("1.00")).status()).isEqualTo(403);
        assertThat(api.put(path, Api.stranger(), "\"2\"", change("1.00")).status()).isEqualTo(404);
        assertThat(api.post(path + "/decision", Api.officer(), grant("1.00")).status())
                .isEqualTo(403);
        assertThat(api.post(path + "/decision", Api.stranger(), grant("1.00")).status())
                .isEqualTo(404);
        assertThat(
                        api.post("/applications", Api.person("bertil"), start(call, association))
                                .status())
                .isEqualTo(403);
        assertThat(api.post("/applications", Api.stranger(), start(call, association)).status())
                .isEqualTo(404);
        assertThat(api.get("/calls/" + call + "/applications", Api.person("anna")).status())
                .isEqualTo(403);
        String elsewhere = "//v1/municipalities/179" + path;
        assertThat(api.get(elsewhere, Api.stranger()).status()).isEqualTo(404);
    }

    @Test
    void isDecidedOnceAndNeverAgain() {
        String id = arrived();
        String path = "/applications/" + id + "/decision";
        String key = api.newId();
        Answer first = api.post(path, Api.decider(), grant("400.00"), key);
        assertThat(first.status()).isEqualTo(201);

        Answer again = api.post(path, Api.decider(), grant("400.00"), key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(api.post(path, Api.decider(), grant("1.00"), key).status()).isEqualTo(422);
        Answer second = api.post(path, Api.decider(), REFUSE);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/reason")).isEqualTo("already-decided");
    }

    @Test
    void isNotDecidedBeyondWhatWasAskedForNorAsADraft() {
        String call = api.publishedCall("30000.00", "400.00");
        String association = api.association();
        String id = api.submitted(call, association, "300.00");
        Answer over = api.post("/applications/" + id + "/decision", Api.decider(), grant("300.01"));
        assertThat(over.text("/reason")).isEqualTo("over-requested");

        String draft =
                api.post("/applications", Api.officer(), start(call, association)).text("/id");
        Answer early =
                api.post("/applications/" + draft + "/decision", Api.decider(), grant("1.00"));
        assertThat(early.text("/reason")).isEqualTo("not-submitted");
        assertThat(
                        api.post(
                                        "/applications/" + api.newId() + "/decision",
                                        Api.decider(),
                                        grant("1.00"))
                                .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"decision\":\"refuse\"}',                                    reasons",
        "'{\"decision\":\"refuse\",\"reasons\":[]}',                     reasons",
        "'{\"decision\":\"refuse\",\"reasons\":[\"because\"]}',          reasons[0]",
        "'{\"decision\":\"grant\"}',                                     amount",
        "'{\"decision\":\"grant\",\"amount\":\"0.00\"}',                 amount",
        "'{\"decision\":\"grant\",\"amount\":\"-4.00\"}',                amount",
        "'{\"decision\":\"grant\",\"amount\":\"4.001\"}',                amount",
        "'{\"decision\":\"grant\",\"amount\":400}',                      amount",
        "'{\"decision\":\"maybe\"}',                                     decision",
        "'{\"amount\":\"4.00\"}',                                        decision",
    })
    void isNotDecidedWithBadInput(String body, String field) {
        String id = arrived();

        Answer answer = api.post("/applications/" + id + "/decision", Api.decider(), body);

        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        assertThat(api.get("/applications/" + id, Api.officer()).text("/status"))
                .isEqualTo("submitted");
    }

    @Test
    void isNotDecidedByWhoActsForTheApplicant() {
        String association = api.association();
        String call = api.publishedCall("30000.00", "400.00");
        String id = api.submitted(call, association, "400.00");
        api.mandate("decider", association);

        Answer answer =
                api.post("/applications/" + id + "/decision", Api.decider(), grant("400.00"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/reason")).isEqualTo("disqualified");
        assertThat(answer.text("/ground")).isEqualTo("mandate");
    }

    @Test
    void isDecidedWithinTheBudgetWhenTenDecideAtOnce() throws Exception {
        String association = api.association();
        String call = api.publishedCall("1000.00", "400.00");
        List<String> ids =
                IntStream.range(0, 10)
                        .mapToObj(_ -> api.submitted(call, association, "400.00"))
                        .toList();

        List<Answer> answers;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> deciders =
                    ids.stream()
                            .<Callable<Answer>>map(
                                    id ->
                                            () ->
                                                    api.post(
                                                            "/applications/" + id + "/decision",
                                                            Api.decider(),
                                                            grant("400.00")))
                            .toList();
            answers = executor.invokeAll(deciders).stream().map(Future::resultNow).toList();
        }

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(2);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .hasSize(8)
                .allMatch(answer -> answer.text("/reason").equals("budget-exceeded"));
        Answer ledger = api.get("/calls/" + call + "/ledger", Api.officer());
        assertThat(ledger.text("/granted")).isEqualTo("800.00");
        assertThat(ledger.text("/available")).isEqualTo("200.00");
        assertThat(
                        messages.received(Topics.GRANTS_APPLICATION).stream()
                                .filter(each -> ids.contains(each.subject()))
                                .filter(each -> each.type().endsWith("decided.v1")))
                .hasSizeLessThanOrEqualTo(2);
        Answer list = api.get("/calls/" + call + "/applications", Api.decider());
        assertThat(list.json().at("/items")).hasSize(10);
        assertThat(list.text("/items/0/associationName/fi")).isEqualTo("Kortesjärven kyläyhdistys");
    }

    @Test
    void tellsWhomToWriteToOnlyToWhoSendsMail() {
        String association = api.association();
        String call = api.publishedCall("30000.00", "400.00");
        String id = api.submitted(call, association, "400.00");
        String asked =
                """
                {"requests":[{"id":"m1","municipality":"743","subject":"%s",
                              "kind":"grant-decided","language":null},
                             {"id":"m2","municipality":"179","subject":"%s",
                              "kind":"grant-decided"},
                             {"id":"m3","municipality":"743","subject":"gone",
                              "kind":"grant-decided","language":"fi"}]}
                """
                        .formatted(id, id);
        assertThat(contacts(Api.officer(), asked).status()).isEqualTo(403);
        Answer before = contacts(Tokens.of("newsletter").withScopes("contacts:read"), asked);
        assertThat(before.json().at("/contacts/0/found").asBoolean()).isFalse();
        var _ = api.post("/applications/" + id + "/decision", Api.decider(), grant("350.00"));

        Answer answer = contacts(Tokens.of("newsletter").withScopes("contacts:read"), asked);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/contacts/0/email")).isEqualTo("kyla@example.org");
        assertThat(answer.text("/contacts/0/language")).isEqualTo("sv");
        assertThat(answer.text("/contacts/0/facts/callTitle/fi"))
                .isEqualTo("Kylien kehittämisraha");
        assertThat(answer.text("/contacts/0/facts/outcome")).isEqualTo("partly-granted");
        assertThat(answer.text("/contacts/0/facts/granted")).isEqualTo("350.00");
        assertThat(answer.text("/contacts/0/facts/reasons/0/en")).isNotBlank();
        assertThat(answer.text("/contacts/0/facts/associationName/fi"))
                .isEqualTo("Kortesjärven kyläyhdistys");
        assertThat(answer.text("/contacts/0/facts/diaryNumber")).startsWith("743/2026/");
        assertThat(answer.json().at("/contacts/1/found").asBoolean()).isFalse();
        assertThat(answer.json().at("/contacts/2/found").asBoolean()).isFalse();

        String link = answer.text("/contacts/0/links/view");
        assertThat(link).startsWith("http://localhost:8080/m/743/applications/" + id + "?token=");
        String token = link.substring(link.indexOf("token=") + 6);
        Answer view = api.get("/applications/" + id + "/view?token=" + token);
        assertThat(view.status()).isEqualTo(200);
        assertThat(view.text("/decision/granted")).isEqualTo("350.00");
        assertThat(view.body()).doesNotContain("@");
        assertThat(api.get("/applications/" + id + "/view?token=" + token + "A").status())
                .isEqualTo(404);
        assertThat(api.get("/applications/" + arrived() + "/view?token=" + token).status())
                .isEqualTo(404);
    }

    @Test
    void hasACatalogueOfReasonsThatEverybodyMayRead() {
        Answer reasons = api.get("/decision-reasons");

        assertThat(reasons.status()).isEqualTo(200);
        assertThat(reasons.json().at("/items")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(reasons.text("/items/0/text/fi")).isEqualTo("Määräraha ei riitä");
    }

    private Answer contacts(Tokens token, String body) {
        return api.send(HttpMethod.POST, "//internal/contacts", token.bearer(), body, null, "");
    }

    private Answer submission(String call, String association) {
        return submission(call, association, "400.00");
    }

    private Answer submission(String call, String association, String requested) {
        String id =
                api.post(
                                "/applications",
                                Api.officer(),
                                Api.applicationBody(call, association, requested))
                        .text("/id");
        return api.put("/applications/" + id + "/submission", Api.officer(), "\"1\"", "");
    }

    private String arrived() {
        return api.submitted(api.publishedCall("30000.00", "400.00"), api.association(), "400.00");
    }

    private static String start(String call, String association) {
        return Api.applicationBody(call, association, "400.00");
    }

    private static String change(String requested) {
        return """
        {"purpose":"Kyläjuhlan esiintyjät","requested":"%s","events":1,"language":"sv"}
        """
                .formatted(requested);
    }

    private static String grant(String amount) {
        return """
        {"decision":"grant","amount":"%s","reasons":["costs-not-eligible"]}
        """
                .formatted(amount);
    }
}
