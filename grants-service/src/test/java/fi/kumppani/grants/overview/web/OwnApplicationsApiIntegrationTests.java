package fi.kumppani.grants.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;
import java.time.LocalDate;

@GrantsServiceTest
class OwnApplicationsApiIntegrationTests {

    private static final String OWN = "/own-applications";

    @Autowired Api api;
    @Autowired Clock clock;

    @Test
    void listsTheAssociationsOfWhoeverAsksAndTheirDraftsWithTheClosing() {
        String first = api.association();
        String second = api.association();
        api.mandate("outi", first);
        api.mandate("outi", second);
        api.mandate("outimaija", api.association());
        String call = api.publishedCall("30000.00", "400.00");
        String body = Api.applicationBody(call, first, "300.00");
        String draft = api.post("/applications", Api.person("outi"), body).text("/id");
        var _ = api.submitted(call, api.association(), "400.00");

        Answer own = api.get(OWN, Api.person("outi"));

        assertThat(own.status()).as(own.body()).isEqualTo(200);
        assertThat(own.json().at("/associations").findValuesAsString("id"))
                .containsExactlyInAnyOrder(first, second);
        assertThat(own.text("/associations/0/name/fi")).isEqualTo("Kortesjärven kyläyhdistys");
        assertThat(own.json().at("/applications")).hasSize(1);
        assertThat(own.text("/applications/0/id")).isEqualTo(draft);
        assertThat(own.text("/applications/0/status")).isEqualTo("draft");
        assertThat(own.text("/applications/0/associationId")).isEqualTo(first);
        assertThat(own.text("/applications/0/callTitle/sv")).isEqualTo("Byautvecklingsmedel");
        assertThat(own.text("/applications/0/due/0/what")).isEqualTo("hand-in");
        assertThat(own.text("/applications/0/due/0/at"))
                .isEqualTo(api.get("/calls/" + call, Api.officer()).text("/closesAt"));
    }

    @Test
    void tellsWhatIsToBeCompletedAndWhatIsToBeAccepted() {
        String association = api.association();
        api.mandate("pirjo", association);
        String call = api.publishedCall("30000.00", "400.00");
        String incomplete = api.submitted(call, association, "400.00");
        LocalDate tomorrow = FinnishTime.today(clock).plusDays(1);
        assertThat(
                        api.put(
                                        "/applications/" + incomplete + "/supplement-request",
                                        Api.officer(),
                                        "\"2\"",
                                        "{\"what\":{\"fi\":\"Säännöt\"},\"dueOn\":\"%s\"}"
                                                .formatted(tomorrow))
                                .status())
                .isEqualTo(200);
        String granted = api.submitted(call, association, "400.00");
        assertThat(
                        api.post(
                                        "/applications/" + granted + "/decision",
                                        Api.decider(),
                                        "{\"decision\":\"grant\",\"amount\":\"400.00\"}")
                                .status())
                .isEqualTo(201);

        Answer own = api.get(OWN, Api.person("pirjo"));

        assertThat(own.json().at("/applications").findValuesAsString("id"))
                .containsExactly(granted, incomplete);
        assertThat(own.text("/applications/0/status")).isEqualTo("granted");
        assertThat(own.text("/applications/0/granted")).isEqualTo("400.00");
        assertThat(own.text("/applications/0/due/0/what")).isEqualTo("acceptance");
        assertThat(own.text("/applications/1/diaryNumber")).startsWith("743/2026/");
        assertThat(own.text("/applications/1/due/0/what")).isEqualTo("supplement");
        assertThat(own.text("/applications/1/due/0/on")).isEqualTo(tomorrow.toString());
        assertThat(own.json().at("/applications/1/due/0/overdue").asBoolean()).isFalse();
    }

    @Test
    void tellsUntilWhenReceiptsAreToBeShown() {
        String association = api.association();
        api.mandate("receipts-anna", association);
        String call =
                api.publishedCallWith(
                        "{\"kind\":\"project\",\"payment\":"
                                + "{\"mode\":\"afterwards\",\"receiptsBy\":\"2999-11-15\"}}");
        String id = api.granted(call, association);
        Answer accepted =
                api.put(
                        "/applications/" + id + "/award/acceptance",
                        Api.person("receipts-anna"),
                        "\"0\"",
                        "");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);

        String own = api.get("/own-applications", Api.person("receipts-anna")).body();

        assertThat(own).contains("\"receipts\"", "2999-11-15");
        Answer shown =
                api.put(
                        "/applications/" + id + "/award/receipts",
                        Api.officer(),
                        accepted.header("ETag"),
                        "{\"costs\":\"120.00\"}");
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(api.get("/own-applications", Api.person("receipts-anna")).body())
                .doesNotContain("\"receipts\"");
    }

    @Test
    void isThereForPeopleFromElsewhereOnceTheyHaveBegunSomethingHere() {
        String association = api.association();
        assertThat(api.get(OWN, Api.personFromElsewhere("siiri")).status()).isEqualTo(404);
        api.mandate("siiri", association);
        assertThat(api.get(OWN, Api.personFromElsewhere("siiri")).status()).isEqualTo(404);
        String call = api.publishedCall("30000.00", "400.00");
        var _ =
                api.post(
                        "/applications",
                        Api.personFromElsewhere("siiri"),
                        Api.applicationBody(call, association, "300.00"));

        assertThat(api.get(OWN, Api.personFromElsewhere("siiri")).status()).isEqualTo(200);
        Answer nothing = api.get(OWN, Api.person("joku"));
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.json().at("/associations")).isEmpty();
    }

    @Test
    void isThereAtOnceForWhoeverMayActForAnAssociationAtHomeHere() {
        String association = api.associationOf("743");
        assertThat(api.get(OWN, Api.personFromElsewhere("lumi")).status()).isEqualTo(404);

        api.mandate("lumi", association);

        Answer own = api.get(OWN, Api.personFromElsewhere("lumi"));
        assertThat(own.json().at("/associations").findValuesAsString("id"))
                .containsExactly(association);
        assertThat(own.json().at("/applications")).isEmpty();
    }

    @Test
    void namesADraftOnceHoweverOftenItsStartIsRepeated() {
        String association = api.association();
        api.mandate("tuula", association);
        String call = api.publishedCall("30000.00", "400.00");
        String body = Api.applicationBody(call, association, "300.00");
        String key = api.newId();

        Answer first = api.post("/applications", Api.person("tuula"), body, key);
        Answer again = api.post("/applications", Api.person("tuula"), body, key);

        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(api.get(OWN, Api.person("tuula")).json().at("/applications")).hasSize(1);
    }
}
