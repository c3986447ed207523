package fi.kumppani.grants.openness.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

@GrantsServiceTest
class OpenDataApiIntegrationTests {

    private static final String HERE = "151";

    @Autowired Api everywhere;

    private Api api;
    private String call;

    @BeforeEach
    void haveDecisions() {
        api = everywhere.in(HERE);
        call = api.publishedCall("30000.00", "400.00");
        decide(
                "{\"decision\":\"grant\",\"amount\":\"250.50\",\"reasons\":[\"costs-not-eligible\"],\"explanation\":{\"fi\":\"Kahvitus"
                    + " pois\"},\"secret\":\"Liikesalaisuus\"}");
        decide("{\"decision\":\"refuse\",\"reasons\":[\"outside-purpose\"]}");
        var _ = api.submitted(call, api.association(), "399.00");
    }

    @Test
    void tellsEveryDecisionInTheColumnsOfTheNationalRecord() throws IOException {
        Answer answer = api.get("/open-data/decisions.csv?year=2026");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<CSVRecord> rows = ofCall(answer);
        assertThat(rows).hasSize(2).allMatch(row -> row.size() == 34);
        CSVRecord granted = rows.getFirst();
        assertThat(granted.get("avustuspaatosTyyppi")).isEqualTo("Myönteinen");
        assertThat(granted.get("avustuspaatosMyonnettyAvustus")).isEqualTo("250.50");
        assertThat(granted.get("avustushakemusHaettuAvustus")).isEqualTo("300.00");
        assertThat(granted.get("avustuspaatosPerustelu"))
                .isEqualTo("Osa kustannuksista ei ole hyväksyttäviä");
        assertThat(granted.get("avustusasiaVireillepanijaYhteisoNimi"))
                .isEqualTo("Kortesjärven kyläyhdistys");
        assertThat(granted.get("avustusasiaAsianumero")).startsWith(HERE + "/2026/");
        assertThat(rows.getLast().get("avustuspaatosTyyppi")).isEqualTo("Kielteinen");
        assertThat(rows.getLast().get("avustuspaatosMyonnettyAvustus")).isEqualTo("0.00");
    }

    @Test
    void tellsGrantsAs360GivingHasThem() throws IOException {
        Answer answer = api.get("/open-data/grants.json?year=2026");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode all = answer.json().at("/grants");
        assertThat(all).isNotEmpty();
        for (JsonNode grant : all) {
            assertThat(faults(grant)).as(grant.toString()).isEmpty();
            assertThat(grant.at("/amountAwarded").decimalValue())
                    .isEqualByComparingTo(new BigDecimal("250.50"));
        }
    }

    @Test
    void listsThemPageByPage() {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        do {
            Answer page = api.get("/open-data/decisions?year=2026&limit=1" + next);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json().path("items").forEach(all::add);
            JsonNode cursor = page.json().path("next");
            next = cursor.isMissingNode() ? "" : "&cursor=" + cursor.asString();
        } while (!next.isEmpty());

        List<JsonNode> ours =
                all.stream().filter(each -> each.path("callId").asString().equals(call)).toList();
        assertThat(ours).hasSize(2);
        assertThat(ours.getFirst().toString())
                .contains("partly-granted", "250.50", "Osa kustannuksista", "Kortesjärven")
                .doesNotContain("Kahvitus", "Liikesalaisuus", "decider");
        assertThat(ours.getLast().path("outcome").asString()).isEqualTo("refused");
        assertThat(all).doesNotHaveDuplicates();
        assertThat(api.get("/open-data/decisions?year=2026&cursor=bm8").status()).isIn(400, 422);
    }

    @Test
    void wouldNotBeValidWithoutARecipient() throws IOException {
        JsonNode grant = api.get("/open-data/grants.json?year=2026").json().at("/grants/0");

        ((ObjectNode) grant).remove("recipientOrganization");

        assertThat(faults(grant)).isNotEmpty();
    }

    @Test
    void holdsNothingThatPeopleWrote() {
        for (String path : List.of("decisions.csv", "grants.json")) {
            assertThat(api.get("/open-data/" + path + "?year=2026").body())
                    .doesNotContain(
                            "@", "Kyläjuhla", "Kahvitus", "Liikesalaisuus", "decider", "officer");
        }
    }

    @Test
    void tellsNothingOfOtherYearsAndPlaces() throws IOException {
        assertThat(ofCall(api.get("/open-data/decisions.csv?year=2025"))).isEmpty();
        assertThat(ofCall(everywhere.in("146").get("/open-data/decisions.csv?year=2026")))
                .isEmpty();
        assertThat(api.get("/open-data/decisions.csv?year=26").status()).isIn(400, 422);
        assertThat(api.get("/open-data/decisions.csv").status()).isIn(400, 422);
    }

    private void decide(String body) {
        String id = api.submitted(call, api.association(), "300.00");
        Answer decided =
                api.post(
                        "/applications/" + id + "/decision",
                        Api.decider().inMunicipality(HERE),
                        body);
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
    }

    private List<CSVRecord> ofCall(Answer answer) throws IOException {
        String table = answer.body().substring(1);
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(table))
                .stream()
                .filter(row -> row.get("avustushakuAsianumero").equals(call))
                .toList();
    }

    /** The standard's own validator asserts formats, or a day would be a moment as well. */
    private static List<Error> faults(JsonNode grant) throws IOException {
        return schema().validate(
                        grant,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)));
    }

    /** The dialect is named with http there, and with https where it lives. */
    private static Schema schema() throws IOException {
        try (InputStream in =
                OpenDataApiIntegrationTests.class.getResourceAsStream(
                        "/360giving/360-giving-schema.json")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                            .replace(
                                    "http://json-schema.org/draft/2020-12",
                                    "https://json-schema.org/draft/2020-12");
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JsonMapper.shared().readTree(text));
        }
    }
}
