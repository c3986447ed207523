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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

@GrantsServiceTest
class OpenDataApiIntegrationTests {

    private static final String HERE = "151";
    private static final String GRANT = "360-giving-schema.json";
    private static final String PACKAGE = "360-giving-package-schema.json";

    /** By which version of the other the schema of packages refers to it. */
    private static final String REFERRED =
            "https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.2/schema/";

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
    void namesNoInformalGroupAndTellsNoIdWhereABusinessIdBelongs() throws IOException {
        String group = api.association("unregistered-group", true);
        String id =
                decide(
                        group,
                        "{\"decision\":\"grant\",\"amount\":\"250.50\",\"reasons\":[\"costs-not-eligible\"]}");

        List<CSVRecord> rows = ofCall(api.get("/open-data/decisions.csv?year=2026"));
        CSVRecord ofGroup = rows.getLast();
        assertThat(ofGroup.get("avustusasiaVireillepanijaYhteisoNimi"))
                .isEqualTo("Rekisteröimätön ryhmä");
        assertThat(ofGroup.get("piilotaVireillepanija")).isEqualTo("true");
        assertThat(rows.getFirst().get("piilotaVireillepanija")).isEqualTo("false");
        assertThat(rows)
                .allMatch(row -> row.get("avustusasiaVireillepanijaYhteisoTunnus").isEmpty());
        JsonNode given = api.get("/open-data/grants.json?year=2026").json().at("/grants");
        JsonNode own = null;
        for (JsonNode grant : given) {
            own = grant.at("/id").asString().endsWith(id) ? grant : own;
        }
        assertThat(own).isNotNull();
        assertThat(faults(Objects.requireNonNull(own))).isEmpty();
        assertThat(own.at("/recipientOrganization/0/name").asString())
                .isEqualTo("Unregistered group");
        for (String path : List.of("decisions.csv?", "grants.json?", "decisions?limit=100&")) {
            assertThat(api.get("/open-data/" + path + "year=2026").body()).doesNotContain(group);
        }
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
    void tellsThePackageAs360GivingHasIt() throws IOException {
        Answer answer = api.get("/open-data/grants.json?year=2026");

        assertThat(faults(PACKAGE, answer.json())).as(answer.body()).isEmpty();
        assertThat(answer.text("/version")).isEqualTo("1.4");
        assertThat(answer.text("/publisher/name")).isEqualTo("Kunta " + HERE);
        assertThat(answer.text("/publisher/identifier"))
                .isEqualTo(answer.text("/grants/0/fundingOrganization/0/id"));
        Set<String> ids = new HashSet<>();
        for (JsonNode grant : answer.json().at("/grants")) {
            assertThat(ids.add(grant.at("/id").asString())).isTrue();
            assertThat(grant.at("/id").asString()).startsWith("360G-kumppani-" + HERE + "-");
            assertThat(grant.at("/currency").asString()).isEqualTo("EUR");
            assertThat(grant.at("/awardDate").asString()).matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
            assertThat(grant.at("/recipientOrganization/0/id").asString())
                    .as("by its register, or by the grant alone where it is not named")
                    .matches("360G-kumppani-(association|of)-.+");
        }

        ObjectNode broken = (ObjectNode) answer.json();
        ((ObjectNode) broken.at("/grants/0")).put("awardDate", "3.3.2026");
        assertThat(faults(PACKAGE, broken)).isNotEmpty();
        ObjectNode unversioned = (ObjectNode) answer.json();
        unversioned.put("version", "1.4.3");
        assertThat(faults(PACKAGE, unversioned)).isNotEmpty();
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
        var _ = decide(api.association(), body);
    }

    private String decide(String applicant, String body) {
        String id = api.submitted(call, applicant, "300.00");
        Answer decided =
                api.post(
                        "/applications/" + id + "/decision",
                        Api.decider().inMunicipality(HERE),
                        body);
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        return id;
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

    private static List<Error> faults(JsonNode grant) throws IOException {
        return faults(GRANT, grant);
    }

    /** The standard's own validator asserts formats, or a day would be a moment as well. */
    private static List<Error> faults(String schema, JsonNode told) throws IOException {
        return schema(schema)
                .validate(
                        told,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)));
    }

    private static Schema schema(String name) throws IOException {
        Map<String, String> known = Map.of(REFERRED + "360-giving-schema.json", text(GRANT));
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(known))
                .getSchema(JsonMapper.shared().readTree(text(name)));
    }

    /** The dialect is named with http there, and with https where it lives. */
    private static String text(String name) throws IOException {
        try (InputStream in =
                OpenDataApiIntegrationTests.class.getResourceAsStream("/360giving/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace(
                            "http://json-schema.org/draft/2020-12",
                            "https://json-schema.org/draft/2020-12");
        }
    }
}
