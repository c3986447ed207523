package fi.kumppani.portal.grantee;

import static fi.kumppani.portal.testing.Forms.alert;
import static fi.kumppani.portal.testing.Forms.button;
import static fi.kumppani.portal.testing.Forms.fields;
import static fi.kumppani.portal.testing.Forms.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a grantee does with a grant: its account, other terms, and what is claimed back. */
class GranteePagesIntegrationTests extends PortalUnderTest {

    private static final String ACCOUNT = FakeGrantee.ACCOUNT;
    private static final String CHANGES = FakeGrantee.CHANGES;
    private static final String CLAIMS = FakeGrantee.CLAIMS;

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveAGrant() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeGrantee.granted(grants);
        identityProvider().rolesAre("association-representative");
    }

    @ParameterizedTest
    @CsvSource({
        ACCOUNT + "," + FakeGrantee.ACCOUNT_API,
        CHANGES + "," + FakeGrantee.CHANGES_API,
        CLAIMS + "," + FakeGrantee.CLAIMS_API
    })
    void letsRepresentativesInAndNobodyElse(String path, String api) {
        Page nobody = browser.open(path + "?lang=sv");
        assertThat(nobody.status()).isEqualTo(302);
        assertThat(nobody.location().getQuery()).startsWith("to=" + path).endsWith("&lang=sv");
        identityProvider().rolesAre("coordinator");
        Browser coordinator = browser();
        coordinator.logIn(identityProvider(), "/login");
        assertThat(coordinator.open(path).status()).isEqualTo(404);
        assertThat(grants.asked()).isEmpty();

        identityProvider().rolesAre("association-representative");
        browser.logIn(identityProvider(), "/login");
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(path + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
            assertThat(page.html().select("main b")).isEmpty();
        }
        grants.on("GET " + api, Reply.problem(404, "not-found"));
        assertThat(browser.open(path).status()).isEqualTo(404);
        grants.on("GET " + api, Reply.problem(503, "away"));
        assertThat(browser.open(path).status()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ACCOUNT,
                ACCOUNT + "/confirmation",
                ACCOUNT + "/removal",
                CHANGES,
                CHANGES + "/2/withdrawal",
                CLAIMS
            })
    void refusesAFormWithoutItsToken(String path) {
        browser.logIn(identityProvider(), "/login");

        Page page = browser.submit(path, Map.of("seen", "\"2\"", "iban", "FI2112345600000785"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(grants.asked()).isEmpty();
    }

    @Test
    void saysPlainlyThatASecondPersonConfirmsANewAccount() {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(ACCOUNT).html();
        assertThat(text(html))
                .contains("FI…0785", "alkaen ti 3.3.2026", "toinen henkilö on vahvistanut")
                .contains("yhteyshenkilölle kerrotaan");
        Map<String, String> form = fields(html.select("main form").getFirst());
        form.put("iban", "FI21 1234 5600 0007 85");
        grants.on("PUT " + FakeGrantee.ACCOUNT_API, Reply.json(200, "{}"));

        Page entered = browser.submit(ACCOUNT, form);

        assertThat(entered.status()).isEqualTo(302);
        Asked sent = sent("PUT", "/bank-account");
        assertThat(sent.header("If-Match")).containsExactly("\"2\"");
        assertThat(sent.body()).isEqualTo("{\"iban\":\"FI21 1234 5600 0007 85\"}");
        FakeGrantee.account(
                grants, "\"proposed\":{\"masked\":\"SE…1234\",\"at\":\"2026-03-04T10:00:00Z\"}");
        Document waits = browser.open(entered.location().toString()).html();
        assertThat(waits.select("[role=status]").text()).contains("kun toinen henkilö");
        assertThat(text(waits)).contains("SE…1234 odottaa vahvistusta", "ke 4.3.2026");
        grants.on("PUT " + FakeGrantee.ACCOUNT_API + "/confirmation", Reply.json(200, "{}"));
        grants.on("DELETE " + FakeGrantee.ACCOUNT_API + "/proposal", Reply.json(200, "{}"));
        for (String act : List.of("confirmation", "removal")) {
            Page done = browser.submit(ACCOUNT + "/" + act, button(waits, "/account/" + act));
            assertThat(done.location().getQuery()).contains("done=" + act);
        }
        assertThat(sent("DELETE", "/proposal").header("If-Match")).containsExactly("\"2\"");
        grants.on(
                "PUT " + FakeGrantee.ACCOUNT_API + "/confirmation",
                Reply.problem(409, "{\"reason\":\"same-person\"}"));
        assertThat(
                        alert(
                                browser.submit(
                                        ACCOUNT + "/confirmation",
                                        button(waits, "/account/confirmation"))))
                .contains("jonkun toisen");
    }

    @Test
    void saysThatTheFirstAccountIsUsedAtOnce() {
        browser.logIn(identityProvider(), "/login");
        FakeGrantee.account(grants, "");

        assertThat(text(browser.open(ACCOUNT).html()))
                .contains("ei ole vielä annettu", "otetaan heti käyttöön")
                .doesNotContain("toinen henkilö");
    }

    @ParameterizedTest
    @CsvSource({"not-an-iban,ei ole oikea IBAN", "outside-sepa,SEPA-maassa", "size,ei ole oikea"})
    void tellsAtTheFieldWhatIsWrongWithAnAccount(String code, String words) {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form =
                fields(browser.open(ACCOUNT).html().select("main form").getFirst());
        form.put("iban", "FI00");
        grants.on(
                "PUT " + FakeGrantee.ACCOUNT_API,
                Reply.problem(
                        422, "{\"errors\":[{\"field\":\"iban\",\"code\":\"" + code + "\"}]}"));

        Page wrong = browser.submit(ACCOUNT, form);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("#iban-wrong").text()).contains(words);
        assertThat(wrong.html().select("[name=iban]").val()).isEqualTo("FI00");
        grants.on("PUT " + FakeGrantee.ACCOUNT_API, Reply.problem(412, "stale"));
        assertThat(alert(browser.submit(ACCOUNT, form))).contains("sillä välin");
        grants.on("PUT " + FakeGrantee.ACCOUNT_API, exchange -> exchange.close());
        assertThat(browser.submit(ACCOUNT, form).status()).isEqualTo(503);
        form.put("iban", " ");
        assertThat(browser.submit(ACCOUNT, form).status()).isEqualTo(422);
    }

    @Test
    void asksForOtherTermsOnceHoweverOftenTheFormIsSent() {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(CHANGES).html();
        assertThat(text(html))
                .contains("Kyläjuhla", "Ei hyväksytty", "to 31.12.2026", "Sali <b>paloi")
                .contains("Päivät olivat ehtona.");
        Map<String, String> form = fields(html.select("main form").getFirst());
        form.put("use", "Kylätanssit");
        form.put("endsOn", "31.8.2026");
        form.put("reasons", "Sade");
        grants.on("POST " + FakeGrantee.CHANGES_API, FakeGrantee.changes(FakeGrantee.OPEN));

        Page asked = browser.submit(CHANGES, form);
        browser.submit(CHANGES, form);

        assertThat(asked.status()).as(alert(asked)).isEqualTo(302);
        assertThat(
                        grants.asked().stream()
                                .filter(each -> each.method().equals("POST"))
                                .map(each -> each.header("Idempotency-Key"))
                                .distinct())
                .hasSize(1);
        assertThat(sent("POST", "/changes").body())
                .isEqualTo(
                        "{\"use\":\"Kylätanssit\",\"endsOn\":\"2026-08-31\",\"reasons\":\"Sade\"}");
    }

    @Test
    void letsOneRequestWaitAtATimeAndTakesItBack() {
        browser.logIn(identityProvider(), "/login");
        FakeGrantee.changes(grants, FakeGrantee.OPEN + "," + FakeGrantee.PARTLY);
        Document html = browser.open(CHANGES).html();
        assertThat(html.select("main [name=use]")).isEmpty();
        assertThat(text(html)).contains("Hyväksytty osittain", "ma 30.11.2026", "Kuukausi riittää");
        Map<String, String> back = button(html, "/changes/2/withdrawal");
        grants.on(
                "PUT " + FakeGrantee.CHANGES_API + "/2/withdrawal",
                FakeGrantee.changes(FakeGrantee.PARTLY));

        Page withdrawn = browser.submit(CHANGES + "/2/withdrawal", back);

        assertThat(withdrawn.location().getQuery()).contains("done=withdrawn");
        assertThat(sent("PUT", "/withdrawal").header("If-Match")).containsExactly("\"4\"");
        grants.on(
                "PUT " + FakeGrantee.CHANGES_API + "/2/withdrawal",
                Reply.problem(409, "{\"reason\":\"change-ended\"}"));
        assertThat(alert(browser.submit(CHANGES + "/2/withdrawal", back))).contains("jo päätetty");
    }

    @Test
    void namesWhatIsWrongWithARequestAndLosesNothing() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form =
                fields(browser.open(CHANGES).html().select("main form").getFirst());

        Page empty = browser.submit(CHANGES, form);

        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#use", "#reasons");
        form.put("beginsOn", "31.2.2026");
        form.put("reasons", "Pitkä oma tekstini");
        Page wrong = browser.submit(CHANGES, form);
        assertThat(wrong.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#beginsOn");
        form.put("beginsOn", "1.3.2026");
        for (String reason : List.of("change-pending", "nothing-changes", "new-to-us")) {
            grants.on(
                    "POST " + FakeGrantee.CHANGES_API,
                    Reply.problem(409, "{\"reason\":\"" + reason + "\"}"));
            Page refused = browser.submit(CHANGES, form);
            assertThat(alert(refused)).isNotBlank().doesNotContain("??");
            assertThat(refused.html().select("[name=reasons]").text())
                    .isEqualTo("Pitkä oma tekstini");
        }
        grants.on("POST " + FakeGrantee.CHANGES_API, exchange -> exchange.close());
        assertThat(browser.submit(CHANGES, form).html().select("[name=reasons]").text())
                .isEqualTo("Pitkä oma tekstini");
    }

    @Test
    void answersAClaimBeforeItIsDecided() {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(CLAIMS).html();
        assertThat(text(html))
                .contains("100 €", "muuhun tarkoitukseen", "Rahalla <b>ostettiin grilli.")
                .contains("viimeistään pe 1.5.2099", "ei vielä päätetty");
        Map<String, String> form = fields(html.select("main form").getFirst());
        form.put("answer-1", "Grilli on\r\nkylän.");
        String hearing = "PUT " + FakeGrantee.CLAIMS_API + "/claims/1/hearing";
        grants.on(hearing, Reply.json(200, "{\"claims\":[],\"returns\":[],\"returned\":\"0.00\"}"));

        Page answered = browser.submit(CLAIMS, form);

        assertThat(answered.status()).as(alert(answered)).isEqualTo(302);
        assertThat(sent("PUT", "/hearing").header("If-Match")).containsExactly("\"5\"");
        assertThat(sent("PUT", "/hearing").body()).isEqualTo("{\"answer\":\"Grilli on\\nkylän.\"}");
        grants.on(hearing, Reply.problem(409, "{\"reason\":\"hearing-over\"}"));
        assertThat(alert(browser.submit(CLAIMS, form))).contains("Aika vastata");
        grants.on(hearing, Reply.problem(412, "stale"));
        Page stale = browser.submit(CLAIMS, form);
        assertThat(stale.html().select("textarea").text()).contains("Grilli on");
        form.put("answer-1", " ");
        Page empty = browser.submit(CLAIMS, form);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.html().select("[role=alert] a").attr("href")).isEqualTo("#answer-1");
    }

    @Test
    void tellsWhatIsOwedByWhenAndWhatWasPaid() {
        browser.logIn(identityProvider(), "/login");
        FakeGrantee.claims(grants, FakeGrantee.DECIDED, FakeGrantee.PART_PAID);

        Document html = browser.open(CLAIMS).html();

        assertThat(text(html))
                .contains("Sivistysjohtaja, 12 §", "60 €", "1,25 €", "ti 9.6.2026")
                .contains("40,50 € saapui la 20.6.2026", "josta viivästyskorkoa 0,50 €")
                .contains("Maksupäivä on ohi", "Ei jäänyt.", "10 € saapui ke 20.5.2026")
                .doesNotContain("7,77");
        assertThat(html.select("main form")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({CHANGES + ",reasons", CLAIMS + ",answer-1"})
    void keepsWhatWasWrittenWhenTheLoginIsOver(String path, String field) {
        identityProvider().tokensLive(Duration.ofSeconds(5));
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = fields(browser.open(path).html().select("main form").getFirst());
        form.put(field, "Pitkä oma tekstini");
        identityProvider().refuseRenewal();

        Page over = browser.submit(path, form);

        assertThat(over.status()).isEqualTo(302);
        identityProvider().tokensLive(Duration.ofMinutes(15));
        String login = over.location().getPath() + "?" + over.location().getQuery();
        Page back = browser.open(browser.logIn(identityProvider(), login).location().toString());
        assertThat(alert(back)).contains("ei ole vielä tallennettu");
        assertThat(back.html().select("[name='" + field + "']").text())
                .isEqualTo("Pitkä oma tekstini");
    }

    private Asked sent(String method, String end) {
        return grants.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        CHANGES + ",change," + FakeGrantee.CHANGES_API,
        CLAIMS + ",recovery," + FakeGrantee.CLAIMS_API
    })
    void leadsToTheDocumentOfWhatWasDecidedLaterAndSaysUntilWhen(
            String path, String kind, String api) {
        browser.logIn(identityProvider(), "/login");
        FakeGrantee.claims(grants, FakeGrantee.DECIDED, "");
        assertThat(text(browser.open(path).html())).doesNotContain("vaatia oikaisua");

        FakeGrantee.decidedLater(grants, kind);
        Document html = browser.open(path).html();

        assertThat(text(html)).contains("Päätökseen voi vaatia oikaisua viimeistään ti 26.5.2026");
        assertThat(html.select("main a[download]").attr("href"))
                .startsWith("/api/grants/v1/municipalities/743/applications/")
                .endsWith("/later-decisions/" + kind + "-1/document.pdf?language=fi");
        FakeGrantee.decidedLater(grants, "wine");
        assertThat(browser.open(path).html().select("main a[download]")).isEmpty();
        assertThat(grants.asked()).anyMatch(asked -> asked.path().equals(api));
    }
}
