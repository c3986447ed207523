package fi.kumppani.grants.grantapplication.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Costs and what pays for them by kind, from the call to the report. */
@GrantsServiceTest
class CostPlanIntegrationTests {

    private static final String SCHEME =
            """
            {"kind":"project","report":{"dueOn":"2999-01-31"},"rules":[{"rule":"costs-by-kind","costs":[
              {"category":"premises"},{"category":"travel","most":"60.00"},
              {"category":"volunteer-work","most":"0.00"}]}]}
            """;
    private static final String COSTS =
            """
            {"category":"premises","amount":"250.01"},{"category":"travel","amount":"99.99"},
            {"category":"volunteer-work","amount":"50.00"}
            """;
    private static final String INCOMES =
            "{\"kind\":\"own-work\",\"amount\":\"50.00\"},{\"kind\":\"fees\",\"amount\":\"50.00\"}";

    @Autowired Api api;

    private String call = "";
    private String association = "";

    @BeforeEach
    void publish() {
        call = api.publishedCallWith(SCHEME);
        association = api.association();
        api.mandate("planner", association);
    }

    @Test
    void goFromTheApplicationToTheDecisionAndTheReport() {
        Answer asked = api.get("/calls/" + call);
        assertThat(asked.text("/scheme/rules/0/costs/1/most")).isEqualTo("60.00");
        String id = submitted("300.00", COSTS, INCOMES);
        String application = "/applications/" + id;
        Answer read = api.get(application, Api.personFromElsewhere("planner"));
        assertThat(read.text("/totalCost")).isEqualTo("400.00");
        assertThat(read.text("/costPlan/costs/0/category")).isEqualTo("premises");
        assertThat(read.text("/costPlan/incomes/0/kind")).isEqualTo("own-work");

        assertThat(
                        api.get(application + "/handling", Api.officer())
                                .text("/proposal/costPlan/costs/1/amount"))
                .isEqualTo("99.99");
        Answer compared = api.get("/calls/" + call + "/comparison", Api.officer());
        assertThat(compared.text("/items/0/totalCost")).as(compared.body()).isEqualTo("400.00");
        assertThat(api.get("/calls/" + call + "/comparison.csv", Api.officer()).body())
                .contains(
                        "premises: 250.01; travel: 99.99; volunteer-work: 50.00",
                        "own-work: 50.00; fees: 50.00");

        String over =
                "{\"decision\":\"grant\",\"amount\":\"%s\",\"reasons\":[\"costs-not-eligible\"],\"shares\":[%s]}";
        for (String shares :
                new String[] {
                    "{\"category\":\"premises\",\"amount\":\"250.02\"}",
                    "{\"category\":\"travel\",\"amount\":\"60.01\"}",
                    "{\"category\":\"personnel\",\"amount\":\"0.01\"}"
                }) {
            String amount = shares.replaceAll(".*amount\":\"([0-9.]+)\".*", "$1");
            assertThat(
                            api.post(
                                            application + "/decision",
                                            Api.decider(),
                                            over.formatted(amount, shares))
                                    .text("/reason"))
                    .as(shares)
                    .isEqualTo("over-costs");
        }
        Answer decided =
                api.post(
                        application + "/decision",
                        Api.decider(),
                        over.formatted(
                                "260.00",
                                "{\"category\":\"premises\",\"amount\":\"200.00\"},{\"category\":\"travel\",\"amount\":\"60.00\"}"));
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        Answer corrected =
                api.post(
                        application + "/decision/corrections",
                        Api.decider(),
                        """
                        {"error":"clerical","corrects":1,"verdict":{"decision":"grant",
                         "amount":"270.00","shares":[{"category":"premises","amount":"200.00"},
                          {"category":"travel","amount":"70.00"}]}}
                        """);
        assertThat(corrected.text("/reason")).isEqualTo("over-costs");

        reports(id);
    }

    private void reports(String id) {
        String application = "/applications/" + id;
        Answer award = api.get(application + "/award", Api.person("planner"));
        var _ =
                api.put(
                        application + "/award/acceptance",
                        Api.person("planner"),
                        award.header("ETag"),
                        "");
        Answer empty = api.get(application + "/usage-report", Api.person("planner"));
        Answer written =
                api.put(
                        application + "/usage-report",
                        Api.person("planner"),
                        empty.header("ETag"),
                        """
                        {"costs":[{"category":"premises","amount":"210.00"},
                          {"category":"materials","amount":"5.05"}],"receipts":[],"text":"Juhla"}
                        """);
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertThat(written.json().at("/comparison").toString())
                .isEqualTo(
                        "[{\"category\":\"premises\",\"planned\":\"250.01\",\"granted\":\"200.00\",\"used\":\"210.00\"},"
                            + "{\"category\":\"materials\",\"planned\":\"0.00\",\"granted\":\"0.00\",\"used\":\"5.05\"},"
                            + "{\"category\":\"travel\",\"planned\":\"99.99\",\"granted\":\"60.00\",\"used\":\"0.00\"},"
                            + "{\"category\":\"volunteer-work\",\"planned\":\"50.00\",\"granted\":\"0.00\",\"used\":\"0.00\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300.00 | 400.01 | 100.00 | costPlan.costs",
                "300.00 | 400.00 | 99.99 | costPlan.incomes",
                "299.99 | 400.00 | 100.00 | costPlan.incomes"
            })
    void makesASumToTheCent(String requested, String total, String fees, String field) {
        Answer refused =
                api.post(
                        "/applications",
                        Api.officer(),
                        body(
                                requested,
                                ",\"totalCost\":\"" + total + "\"",
                                "{\"category\":\"premises\",\"amount\":\"400.00\"}",
                                "{\"kind\":\"fees\",\"amount\":\"" + fees + "\"}"));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"category\":\"wine\",\"amount\":\"1.00\"}' | '' | costPlan.costs[0].category",
                "'{\"category\":\"travel\",\"amount\":\"0.00\"}' | '' | costPlan.costs[0].amount",
                "'{\"category\":\"travel\",\"amount\":\"1.00\"},{\"category\":\"travel\",\"amount\":\"1.00\"}'"
                    + " | '' | costPlan.costs[1].category",
                "'{\"category\":\"travel\",\"amount\":\"300.00\"}' |"
                        + " '{\"kind\":\"luck\",\"amount\":\"1.00\"}' | costPlan.incomes[0].kind"
            })
    void namesTheFieldThatIsWrong(String costs, String incomes, String field) {
        Answer refused =
                api.post("/applications", Api.officer(), body("300.00", "", costs, incomes));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("\"" + field + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "300.00 | '{\"category\":\"personnel\",\"amount\":\"300.00\"}' | '' |"
                        + " cost-not-accepted",
                "311.00 |"
                    + " '{\"category\":\"premises\",\"amount\":\"250.00\"},{\"category\":\"travel\",\"amount\":\"61.00\"}'"
                    + " | '' | over-accepted-costs"
            })
    void isHeldAgainstWhatTheCallAccepts(
            String requested, String costs, String incomes, String reason) {
        Answer started =
                api.post("/applications", Api.officer(), body(requested, "", costs, incomes));
        assertThat(started.status()).as(started.body()).isEqualTo(201);

        Answer refused =
                api.put(
                        "/applications/" + started.text("/id") + "/submission",
                        Api.officer(),
                        "\"1\"",
                        "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo(reason);
    }

    @Test
    void isAskedForBeforeAnyWork() {
        Answer judged =
                api.post(
                        "/calls/" + call + "/eligibility",
                        Api.officer(),
                        "{\"associationId\":\"" + association + "\",\"requested\":\"100.00\"}");
        assertThat(judged.body()).contains("costs-by-kind", "\"field\":\"costPlan\"");
        Answer started =
                api.post(
                        "/applications",
                        Api.officer(),
                        Api.applicationBody(call, association, "100.00"));
        assertThat(
                        api.put(
                                        "/applications/" + started.text("/id") + "/submission",
                                        Api.officer(),
                                        "\"1\"",
                                        "")
                                .text("/reason"))
                .isEqualTo("costs-missing");
    }

    @Test
    void namesTheFieldOfACallThatIsWrong() {
        for (String costs :
                new String[] {
                    "[]",
                    "[{\"category\":\"wine\"}]",
                    "[{\"category\":\"travel\"},{\"category\":\"travel\"}]"
                }) {
            String scheme =
                    "{\"kind\":\"project\",\"rules\":[{\"rule\":\"costs-by-kind\",\"costs\":"
                            + costs
                            + "}]}";
            Answer refused =
                    api.post(
                            "/calls",
                            Api.officer(),
                            api.callBody("1000.00", "400.00")
                                            .stripTrailing()
                                            .replaceFirst("}$", ",\"scheme\":")
                                    + scheme
                                    + "}");
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.body()).contains("scheme.rules[0].costs");
        }
    }

    private String submitted(String requested, String costs, String incomes) {
        Answer started =
                api.post("/applications", Api.officer(), body(requested, "", costs, incomes));
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        String id = started.text("/id");
        Answer submitted =
                api.put("/applications/" + id + "/submission", Api.officer(), "\"1\"", "");
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        return id;
    }

    private String body(String requested, String more, String costs, String incomes) {
        return Api.applicationBody(call, association, requested)
                        .stripTrailing()
                        .replaceFirst("}$", "")
                + more
                + ",\"costPlan\":{\"costs\":["
                + costs
                + "],\"incomes\":["
                + incomes
                + "]}}";
    }
}
