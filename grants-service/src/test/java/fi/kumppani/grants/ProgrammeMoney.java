package fi.kumppani.grants;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topic;
import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.StringReader;
import java.util.stream.Stream;

/** What ledger, messages and open data tell of the money of one grant, the only one of its call. */
final class ProgrammeMoney {

    private final Api api;
    private final TestMessages messages;
    private final Tokens officer;
    private final String call;
    private final String id;

    ProgrammeMoney(Api api, TestMessages messages, Tokens officer, String call, String id) {
        this.api = api;
        this.messages = messages;
        this.officer = officer;
        this.call = call;
        this.id = id;
    }

    /**
     * Asserts that all of them tell the same.
     *
     * @param year the budget year
     * @param interest what came back besides, for being late
     */
    void assertAgrees(int year, String granted, String paid, String returned, Euros interest)
            throws IOException {
        Euros stillPaid = Euros.parse(paid).minus(Euros.parse(returned));
        Euros stillGranted = Euros.parse(granted).minus(Euros.parse(paid));
        Answer ledger = api.get("/calls/" + call + "/ledger", officer);
        assertThat(ledger.text("/granted")).as(ledger.body()).isEqualTo(stillGranted.toString());
        assertThat(ledger.text("/paid")).isEqualTo(stillPaid.toString());
        assertThat(ledger.text("/returned")).isEqualTo(returned);

        JsonNode entries =
                api.get("/calls/" + call + "/ledger/entries?applicationId=" + id, officer)
                        .json()
                        .get("items");
        assertThat(sum(entries, "granted")).isEqualTo(Euros.parse(granted));
        assertThat(sum(entries, "paid")).isEqualTo(Euros.parse(paid));
        assertThat(sum(entries, "returned")).isEqualTo(Euros.parse(returned));

        assertTold(Topics.GRANTS_LEDGER, call, stillGranted.toString(), stillPaid, returned);
        assertTold(Topics.GRANTS_APPLICATION, id, granted);
        assertTold(Topics.GRANTS_AWARD, id, paid, "confirmed");
        assertTold(Topics.GRANTS_RECOVERY, id, returned, interest);

        CSVRecord open = openData(year);
        assertThat(open.get("avustuspaatosMyonnettyAvustus")).isEqualTo(granted);
        assertThat(open.get("avustuspaatosMaksettuAvustus")).isEqualTo(paid);
        JsonNode giving = giving(year);
        assertThat(giving.at("/amountAwarded").decimalValue()).isEqualByComparingTo(granted);
        assertThat(giving.at("/amountDisbursed").decimalValue()).isEqualByComparingTo(paid);
    }

    private void assertTold(Topic topic, String subject, Object... words) {
        var _ =
                messages.awaitMessage(
                        topic,
                        each ->
                                each.subject().equals(subject)
                                        && Stream.of(words)
                                                .allMatch(
                                                        word ->
                                                                String.valueOf(each.body())
                                                                        .contains(
                                                                                "\"" + word
                                                                                        + "\"")));
    }

    private JsonNode giving(int year) {
        for (JsonNode grant : api.get("/open-data/grants.json?year=" + year).json().at("/grants")) {
            if (grant.at("/id").asString().endsWith(id)) {
                return grant;
            }
        }
        throw new AssertionError("The grant is not told");
    }

    private static Euros sum(JsonNode entries, String kind) {
        Euros sum = Euros.ZERO;
        for (JsonNode entry : entries) {
            if (entry.get("kind").asString().equals(kind)) {
                sum = sum.plus(Euros.parse(entry.get("amount").asString()));
            }
        }
        return sum;
    }

    private CSVRecord openData(int year) throws IOException {
        Answer table = api.get("/open-data/decisions.csv?year=" + year);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(table.body().substring(1)))
                .stream()
                .filter(row -> row.get("avustushakuAsianumero").equals(call))
                .findFirst()
                .orElseThrow();
    }
}
