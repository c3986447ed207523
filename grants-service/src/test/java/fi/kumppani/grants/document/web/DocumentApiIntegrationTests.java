package fi.kumppani.grants.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.grants.grantapplication.LinkedDecision;
import fi.kumppani.kit.security.LinkSigner;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;

@GrantsServiceTest
class DocumentApiIntegrationTests {

    private static final String PARTLY =
            """
            {"decision":"grant","amount":"250.50","reasons":["costs-not-eligible"],
             "shares":[{"category":"travel","amount":"50.50"},
                       {"category":"personnel","amount":"200.00"}],
             "explanation":{"fi":"Kahvitusta ei <b>hyväksytä</b>.","sv":"Kaffe godkänns inte."},
             "secret":"Tarjouksen hinta on liikesalaisuus.",
             "maker":{"kind":"board","title":"kulttuurilautakunta","section":"§ 44"}}
            """;

    @Autowired Api api;
    @Autowired LinkSigner signer;

    @Test
    void tellsTheDecisionInTheApplicantsLanguageAndInAnother() {
        api.haveAnAppealEdition();
        String path = decided(PARTLY);

        Document own = page(api.get(path, Api.officer()));
        Document finnish = page(api.get(path + "?language=fi", Api.decider()));

        assertThat(own.select("html").attr("lang")).isEqualTo("sv");
        assertThat(own.text())
                .contains("Beslut om bidragsansökan 743/2026/")
                .contains("Kommunen beviljar 250,50")
                .contains("Kaffe godkänns inte.")
                .contains("Kortesjärvi byaförening")
                .contains("kulttuurilautakunta", "§ 44");
        assertThat(finnish.text())
                .contains("Osa kustannuksista ei ole hyväksyttäviä")
                .contains("Kahvitusta ei <b>hyväksytä</b>.")
                .contains("Palkat ja palkkiot 200,00", "Matkat ja kuljetukset 50,50")
                .contains("Tarjouksen hinta on liikesalaisuus.")
                .contains("Oikaisuvaatimusohje");
        assertThat(finnish.select("script, link, img")).isEmpty();
    }

    @Test
    void isADocumentToSave() throws Exception {
        api.haveAnAppealEdition();

        Answer answer = api.get(decided(PARTLY) + ".pdf?language=en", Api.officer());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"743-.*\\.pdf\"");
        try (PDDocument pdf = Loader.loadPDF(answer.response().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Decision on grant application 743/2026/")
                    .contains("Some of the costs cannot be accepted");
        }
    }

    @Test
    void isForThePartyAndItsHandlersAlone() {
        api.haveAnAppealEdition();
        String association = api.association();
        String path = decided(association, "{\"decision\":\"grant\",\"amount\":\"300.00\"}");
        api.mandate("party-of-document", association);

        assertThat(api.get(path, Api.personFromElsewhere("party-of-document")).status())
                .isEqualTo(200);
        for (String each : new String[] {path, path + ".pdf"}) {
            assertThat(api.get(each).status()).isEqualTo(401);
            assertThat(api.get(each, Api.person("somebody")).status()).isEqualTo(404);
            assertThat(api.get(each, Api.stranger()).status()).isEqualTo(404);
        }
    }

    @Test
    void isForWhoeverHoldsTheLinkWithoutItsSecretPart() {
        api.haveAnAppealEdition();
        String path = decided(PARTLY).replace("/decision/document", "");
        String other = decided(PARTLY).replace("/decision/document", "");
        String token = "?language=fi&token=" + token(path);

        Answer linked = api.get(path + "/view/document" + token);

        assertThat(page(linked).text())
                .contains("Osa kustannuksista ei ole hyväksyttäviä", "Oikaisuvaatimusohje")
                .doesNotContain("liikesalaisuus");
        assertThat(linked.header("Cache-Control")).contains("no-store");
        assertThat(api.get(path + "/view/document.pdf" + token).header("Content-Type"))
                .isEqualTo("application/pdf");
        assertThat(api.get(path + "/view/documents" + token).json().path("languages").toString())
                .isEqualTo("[\"fi\",\"sv\",\"en\"]");
        for (String document :
                new String[] {"/view/documents", "/view/document", "/view/document.pdf"}) {
            assertThat(api.get(path + document + token + "A").status()).isEqualTo(404);
            assertThat(api.get(other + document + token).status()).isEqualTo(404);
        }
    }

    private String token(String path) {
        return signer.mint(
                LinkedDecision.VIEW,
                path.substring(path.lastIndexOf('/') + 1),
                LinkedDecision.GENERATION,
                Instant.now().plusSeconds(60));
    }

    @Test
    void tellsWhenNothingIsExamined() {
        api.haveAnAppealEdition();
        String path = decided("{\"decision\":\"not-examine\",\"reasons\":[\"not-competent\"]}");

        assertThat(page(api.get(path + "?language=fi", Api.officer())).text())
                .contains("Hakemus jätetään tutkimatta.")
                .contains("Asia ei kuulu kunnan toimivaltaan");
        Answer application = api.get(path.replace("/decision/document", ""), Api.officer());
        assertThat(application.text("/status")).isEqualTo("not-examined");
        assertThat(application.text("/decision/granted")).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"decision\":\"not-examine\"}', reasons",
        "'{\"decision\":\"not-examine\",\"amount\":\"1.00\",\"reasons\":[\"not-competent\"]}',"
                + " amount",
        "'{\"decision\":\"refuse\",\"reasons\":[\"incomplete\"],\"shares\":[{\"category\":\"travel\",\"amount\":\"1.00\"}]}',"
            + " shares",
        "'{\"decision\":\"grant\",\"amount\":\"3.00\",\"shares\":[{\"category\":\"travel\",\"amount\":\"2.99\"}]}',"
            + " shares",
        "'{\"decision\":\"grant\",\"amount\":\"3.00\",\"shares\":[{\"category\":\"wine\",\"amount\":\"3.00\"}]}',"
            + " shares[0].category",
        "'{\"decision\":\"grant\",\"amount\":\"3.00\",\"shares\":[{\"category\":\"travel\",\"amount\":\"1.00\"},{\"category\":\"travel\",\"amount\":\"2.00\"}]}',"
            + " shares[1].category",
    })
    void namesTheFieldThatIsWrong(String body, String field) {
        String id =
                api.submitted(api.publishedCall("30000.00", "400.00"), api.association(), "300.00");

        Answer answer = api.post("/applications/" + id + "/decision", Api.decider(), body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("\"" + field + "\"");
        assertThat(api.get("/applications/" + id, Api.officer()).text("/status"))
                .isEqualTo("submitted");
    }

    private static Document page(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        return Jsoup.parse(answer.body());
    }

    private String decided(String body) {
        return decided(api.association(), body);
    }

    private String decided(String association, String body) {
        String id = api.submitted(api.publishedCall("30000.00", "400.00"), association, "300.00");
        Answer decided = api.post("/applications/" + id + "/decision", Api.decider(), body);
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        return "/applications/" + id + "/decision/document";
    }
}
