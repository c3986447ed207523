package fi.kumppani.portal.paywork;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.official.FakeDecided;
import fi.kumppani.portal.official.FakeWork;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Forms;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.stream.Stream;

/** What is collected for the bank, what the bank says, and where money goes. */
class PaymentPagesIntegrationTests extends PortalUnderTest {

    private static final String PAYMENTS = FakeWork.CALL_PAGE + "/payments";
    private static final String ACCOUNT = FakeWork.PAGE + "/account";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveAGrant() {
        FakeDecided.granted(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer");
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void showsWhatCanBePaidAndWhatTheRestWaitsFor() {
        Document html = browser.open(PAYMENTS).html();

        assertThat(html.select("tbody tr").eachText())
                .containsExactly(
                        "743/2026/00042 1 210 € Voi maksaa",
                        "743/2026/00042 2 90 € Edellinen erä ensin Odottaa",
                        "743/2026/00045 1 50 € Maksettu On jo maksuaineistossa");
        assertThat(html.select("a[download]").eachAttr("href"))
                .endsWith("/api/grants" + FakeWork.CALL + "/payables.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 210 90 50",
        "sort=-number, 50 90 210",
        "sort=amount, 50 90 210",
        "sort=state, 210 90 50",
        "sort=wine, 210 90 50",
        "state=held, 90",
        "state=paid, 50",
        "state=due, 210",
        "state=wine, 210 90 50"
    })
    void narrowsInstalmentsAndPutsThemInOrder(String query, String amounts) {
        Document html = browser.open(PAYMENTS + "?" + query).html();

        assertThat(html.select("tbody td:nth-of-type(2)").eachText())
                .containsExactly(
                        Stream.of(amounts.split(" "))
                                .map(amount -> amount + " €")
                                .toArray(String[]::new));
        assertThat(html.select("[name=applicationIds]")).hasSize(1);
    }

    @Test
    void givesInstalmentsToASpreadsheet() {
        Page table = browser.open(PAYMENTS + "/list.csv?state=held&lang=en");

        assertThat(table.header("Content-Disposition")).contains("payments.csv");
        assertThat(table.body())
                .endsWith(
                        "\r\n743/2026/00042,2,90.00,Waits,"
                                + "\"The instalment before comes first, Waits\"\r\n");
        assertThat(browser.open(PAYMENTS + "/list.xlsx").header("Content-Type"))
                .contains("spreadsheetml");
        assertThat(browser().open(PAYMENTS + "/list.csv").location().getPath()).isEqualTo("/login");
        assertThat(browser.open(PAYMENTS + "?state=rejected").html().select("[role=status]").text())
                .contains("ei ole yhtään");
    }

    @Test
    void collectsWhatIsDueOnce() {
        Document html = browser.open(PAYMENTS).html();
        Map<String, String> form = Forms.filled(html, 0);
        assertThat(form).containsEntry("applicationIds", FakeWork.ID);

        Page empty = browser.submit(PAYMENTS, form);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#payer", "#iban", "#payOn");

        form.put("payer", "Seinäjoen kaupunki");
        form.put("iban", "FI21 1234 5600 0007 86");
        form.put("payOn", "2026-12-15");
        String api = "POST " + FakeWork.M + "/payment-batches";
        grants.on(
                api,
                Reply.problem(422, "{\"errors\":[{\"field\":\"iban\",\"code\":\"not-an-iban\"}]}"));
        Page wrong = browser.submit(PAYMENTS, form);
        assertThat(wrong.html().select("#iban-wrong").text()).contains("oikea IBAN");
        assertThat(wrong.html().select("[name=payer]").val()).isEqualTo("Seinäjoen kaupunki");

        grants.on(api, FakeWork.refused("nothing-due"));
        assertThat(browser.submit(PAYMENTS, form).html().select("#applicationIds-wrong").text())
                .contains("Mitään valituista");

        grants.on(api, Reply.json(201, FakeWork.batch("proposed")));
        assertThat(browser.submit(PAYMENTS, form).location().toString())
                .endsWith(FakeWork.BATCH_PAGE + "?done=collected");
        Asked collected = asked("POST", "/payment-batches");
        assertThat(collected.header("Idempotency-Key")).containsExactly(form.get("key"));
        assertThat(collected.body())
                .isEqualTo(
                        "{\"callId\":\"c1\",\"applicationIds\":[\"%s\"],\"payer\":\"Seinäjoen kaupunki\",\"iban\":\"FI21 1234 5600 0007 86\",\"payOn\":\"2026-12-15\"}"
                                .formatted(FakeWork.ID));
    }

    @Test
    void leavesCollectingToOfficers() {
        identityProvider().rolesAre("decision-maker");
        Browser decider = browser();
        decider.logIn(identityProvider(), "/login");

        assertThat(decider.open(PAYMENTS).html().select("main form")).isEmpty();
        assertThat(decider.open(ACCOUNT).html().select("main form")).isEmpty();
    }

    @Test
    void discardsABatchThatIsNotRight() {
        grants.on("DELETE " + FakeWork.BATCH, Reply.json(200, FakeWork.batch("discarded")));
        Document html = browser.open(FakeWork.BATCH_PAGE).html();

        assertThat(browser.submit(FakeWork.BATCH_PAGE, Forms.filled(html, 1)).location().getQuery())
                .isEqualTo("done=discard");
        assertThat(asked("DELETE", "/b1").header("If-Match")).containsExactly("\"1\"");
    }

    @Test
    void takesInWhatTheBankSays() {
        grants.on(
                "GET " + FakeWork.BATCH,
                Reply.json(200, FakeWork.batch("exported")).and("ETag", "\"3\""));
        Document html = browser.open(FakeWork.BATCH_PAGE).html();
        assertThat(html.select("a[download]").eachAttr("href"))
                .contains("/api/grants" + FakeWork.BATCH + "/credit-transfer?version=03");
        Map<String, String> form = Forms.fields(html.select("main form").getFirst());
        String page = FakeWork.BATCH_PAGE + "/status-report";

        Page nothing = Forms.upload(browser, page, form, "", "");
        assertThat(nothing.status()).isEqualTo(422);

        grants.on("PUT " + FakeWork.BATCH + "/status-report", Reply.problem(400, "malformed"));
        assertThat(Forms.alert(Forms.upload(browser, page, form, "a.xml", "x")))
                .contains("ei ole pain.002");

        grants.on(
                "PUT " + FakeWork.BATCH + "/status-report",
                Reply.problem(
                        422,
                        "{\"errors\":[{\"field\":\"OrgnlMsgId\",\"code\":\"other-message\"}]}"));
        assertThat(Forms.alert(Forms.upload(browser, page, form, "a.xml", "x")))
                .contains("toista maksuaineistoa");

        grants.on(
                "PUT " + FakeWork.BATCH + "/status-report",
                Reply.json(200, FakeWork.batch("confirmed")));
        assertThat(Forms.upload(browser, page, form, "a.xml", "<Document/>").location().toString())
                .endsWith("/b1?done=status-report");
        assertThat(asked("PUT", "/status-report").body()).isEqualTo("<Document/>");
    }

    @Test
    void confirmsAnAccountAsTheSecondPerson() {
        Document html = browser.open(ACCOUNT).html();
        assertThat(Forms.text(html)).contains("FI** 0785", "FI** 0186 odottaa vahvistusta");
        grants.on("PUT " + FakeDecided.ACCOUNT + "/confirmation", FakeWork.refused("same-person"));
        Page refused = browser.submit(ACCOUNT, Forms.filled(html, 0));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(Forms.alert(refused)).contains("jonkun toisen");

        grants.on(
                "PUT " + FakeDecided.ACCOUNT + "/confirmation",
                Reply.json(
                        200,
                        "{\"inUse\":{\"masked\":\"FI** 0186\",\"at\":\"2026-11-03T08:00:00Z\"}}"));
        assertThat(browser.submit(ACCOUNT, Forms.filled(html, 0)).location().getQuery())
                .isEqualTo("done=confirmation");
        assertThat(asked("PUT", "/confirmation").header("If-Match")).containsExactly("\"3\"");

        grants.on("DELETE " + FakeDecided.ACCOUNT + "/proposal", Reply.json(200, "{}"));
        assertThat(browser.submit(ACCOUNT, Forms.filled(html, 1)).location().getQuery())
                .isEqualTo("done=removal");
    }

    private Asked asked(String method, String end) {
        return grants.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }
}
