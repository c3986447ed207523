package fi.kumppani.grants.history.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

@GrantsServiceTest
class GrantImportIntegrationTests {

    private static final int ROWS = 600;
    private static final int A_CALL = 499;

    @Autowired Api api;
    @Autowired TestMessages messages;

    @Test
    void takesAYearOfSeinajokiThatSumsToTheEuroAndTellsIt() {
        String association = api.association();
        String key = api.newId();
        String calls =
                """
                {"calls":[{"key":"%s","title":{"fi":"Seinäjoen avustukset 2023"},"year":2023,
                           "budget":"986400.00"}]}
                """
                        .formatted(key);
        Answer call = take(calls);
        assertThat(call.status()).as(call.body()).isEqualTo(200);
        String id = call.text("/calls/0/id");
        List<String> parts = parts(key, association);

        parts.forEach(part -> assertThat(take(part).json().at("/refused").asInt()).isEqualTo(0));

        assertThat(api.get("/calls/" + id + "/ledger", Api.officer()).text("/granted"))
                .isEqualTo("986400.00");
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(() -> assertThat(toldOf(id)).hasSize(ROWS));
        assertThat(toldOf(id))
                .allMatch(told -> told.application().imported())
                .allMatch(told -> told.application().year() == 2023);
        assertThat(
                        toldOf(id).stream()
                                .map(told -> told.application().granted())
                                .map(money -> new BigDecimal(money == null ? "0" : money.amount()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("986400.00");
        Answer again = take(parts.getFirst());
        assertThat(again.json().at("/unchanged").asInt()).isEqualTo(A_CALL);
        assertThat(api.get("/calls?limit=200").body()).doesNotContain(id);
    }

    @Test
    void answersRowByRow() {
        String association = api.association();
        String key = api.newId();

        Answer answer =
                take(
                        """
                        {"calls":[{"key":"%1$s","title":{"fi":"Avustukset"},"year":2023,
                                   "budget":"100.00","capPerApplication":"60.00",
                                   "closesOn":"2023-02-28"},
                                  {"key":"%1$s-bad","title":{"fi":"Avustukset"},"year":2023,
                                   "budget":"100.00","capPerApplication":"160.00"}],
                         "decisions":[
                          {"key":"%1$s-1","call":"%1$s","associationId":"%2$s",
                           "granted":"50.00","decidedOn":"2023-03-15"},
                          {"key":"%1$s-2","call":"%1$s","associationId":"%2$s",
                           "granted":"60.01","decidedOn":"2023-03-15"},
                          {"key":"%1$s-3","call":"%1$s","associationId":"%2$s",
                           "granted":"50.01","decidedOn":"2023-03-15"},
                          {"key":"%1$s-4","call":"%1$s","associationId":"%2$s",
                           "granted":"0.00","requested":"50.00","decidedOn":"2023-03-15"},
                          {"key":"%1$s-5","call":"%1$s","associationId":"%2$s",
                           "granted":"0.00","requested":"50.00","reasons":["incomplete"],
                           "decidedOn":"2023-03-15"},
                          {"key":"%1$s-6","call":"%1$s","associationId":"%2$s",
                           "granted":"1.00","decidedOn":"2923-03-15"},
                          {"key":"%1$s-1","call":"%1$s","associationId":"%2$s",
                           "granted":"50.00","decidedOn":"2023-03-15"},
                          {"key":"%1$s-7","call":"no-such-call","associationId":"%2$s",
                           "granted":"1.00","decidedOn":"2023-03-15"},
                          {"key":"%1$s-8","call":"%1$s","associationId":"nobody",
                           "granted":"1.00","decidedOn":"2023-03-15"}]}
                        """
                                .formatted(key, association));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/imported").asInt()).isEqualTo(3);
        assertThat(answer.text("/calls/1/errors/0/code")).isEqualTo("under-cap");
        assertThat(answer.text("/decisions/0/result")).isEqualTo("imported");
        assertThat(answer.text("/decisions/0/diaryNumber")).startsWith("743/2023/");
        assertThat(codeOf(answer, 1)).isEqualTo("over-cap");
        assertThat(codeOf(answer, 2)).isEqualTo("budget-exceeded");
        assertThat(codeOf(answer, 3)).isEqualTo("missing");
        assertThat(answer.text("/decisions/4/result")).isEqualTo("imported");
        assertThat(codeOf(answer, 5)).isEqualTo("in-the-future");
        assertThat(codeOf(answer, 6)).isEqualTo("duplicate");
        assertThat(codeOf(answer, 7)).isEqualTo("call-unknown");
        assertThat(codeOf(answer, 8)).isEqualTo("association-unknown");
        String imported = answer.text("/decisions/0/id");
        Answer read = api.get("/applications/" + imported, Api.officer());
        assertThat(read.json().at("/imported").asBoolean()).isTrue();
        assertThat(read.text("/decision/decidedOn")).isEqualTo("2023-03-15");
    }

    @ParameterizedTest
    @CsvSource({
        "'{}',                                                     decisions",
        "'{\"decisions\":[{\"key\":\"k\"}]}',                      decisions[0].granted",
        "'{\"calls\":[{\"key\":\"a b\"}]}',                        calls[0].key",
        "'{\"calls\":[{\"key\":\"k\",\"budget\":\"-1\"}]}',        calls[0].budget",
    })
    void refusesAllOfWhatCannotBeRead(String body, String field) {
        Answer answer = take(body);

        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void isLeftToWhoImportsHistoryHere() {
        assertThat(send(Api.officer()).status()).isEqualTo(403);
        assertThat(send(Api.stranger()).status()).isEqualTo(404);
    }

    private Answer send(Tokens token) {
        return api.send(
                HttpMethod.POST, "/grant-imports", token.bearer(), "{\"calls\":[]}", null, "");
    }

    private Answer take(String body) {
        Tokens importer =
                Tokens.of("history-import").inMunicipality("743").withScopes("history:import");
        return api.send(HttpMethod.POST, "/grant-imports", importer.bearer(), body, null, "");
    }

    /** So many decisions of 1 644.00 euros, in calls of at most 500 rows. */
    private static List<String> parts(String key, String association) {
        List<String> parts = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(
                    """
                    {"key":"%s-%d","call":"%s","associationId":"%s","granted":"1644.00",
                     "decidedOn":"2023-03-15"}\
                    """
                            .formatted(key, i, key, association));
            if (rows.size() == A_CALL || i == ROWS - 1) {
                parts.add("{\"decisions\":[" + String.join(",", rows) + "]}");
                rows.clear();
            }
        }
        return parts;
    }

    private List<ApplicationDecided> toldOf(String call) {
        return messages.received(Topics.GRANTS_APPLICATION).stream()
                .filter(each -> each.type().equals(ApplicationDecided.TYPE))
                .map(each -> each.data(ApplicationDecided.class))
                .filter(each -> each.application().callId().equals(call))
                .toList();
    }

    private static String codeOf(Answer answer, int row) {
        return answer.text("/decisions/" + row + "/errors/0/code");
    }
}
