package fi.kumppani.portal.recoverywork;

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

import java.util.Map;

/** What is claimed back, what came, and the plan of a loan. */
class RecoveryPagesIntegrationTests extends PortalUnderTest {

    private static final String PAGE = FakeWork.PAGE + "/recovery";
    private static final String CLAIM = PAGE + "/1";
    private static final String DECIDED =
            ",\"maker\":{\"kind\":\"official\",\"title\":\"Sivistysjohtaja\"},\"decidedOn\":\"2026-05-10\","
                + "\"dueOn\":\"2026-06-01\",\"owed\":\"250.00\",\"interest\":\"2.00\"";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveAGrant() {
        FakeDecided.granted(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer", "decision-maker");
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void showsWhatIsClaimedWhatCameAndThePlanOfALoan() {
        Document html = browser.open(PAGE).html();

        assertThat(Forms.text(html))
                .contains("Avustuksesta palautettu 50 €", "Erääntynyt ja maksamatta 100 €")
                .contains("Perittävä määrä 250 €", "Ehdotettu", "50 € saapui ma 1.6.2026");
        assertThat(html.select("tbody tr").eachText())
                .containsExactly("1 ma 1.6.2026 100 € 100 €", "2 ke 1.7.2026 myöhässä 100 € 0 €");

        grants.on(
                "GET " + FakeWork.APPLICATION + "/repayment-plan", Reply.problem(404, "not-found"));
        assertThat(browser.open(PAGE).html().select("table")).isEmpty();
    }

    @Test
    void proposesToClaimSomethingBackOnce() {
        Map<String, String> form = form("claims");
        Page empty = browser.submit(PAGE, form);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#ground", "#amount", "#reason", "#hearing");

        form.put("ground", "other-purpose");
        form.put("amount", "100");
        form.put("reason", "Rahat menivät muuhun");
        form.put("hearing", "until");
        form.put("hearingUntil", "2026-12-31");
        String api = "POST " + FakeDecided.RECOVERY + "/claims";
        grants.on(api, FakeWork.refused("over-paid"));
        Page refused = browser.submit(PAGE, form);
        assertThat(refused.html().select("#amount-wrong").text()).contains("enemmän kuin");
        assertThat(refused.html().select("[name=reason]").text()).isEqualTo("Rahat menivät muuhun");

        grants.on(api, recovery());
        assertThat(browser.submit(PAGE, form).location().getQuery()).isEqualTo("done=claims");
        Asked proposed = asked("POST", "/claims");
        assertThat(proposed.header("Idempotency-Key")).containsExactly(form.get("key"));
        assertThat(proposed.body())
                .isEqualTo(
                        "{\"ground\":\"other-purpose\",\"amount\":\"100.00\",\"reason\":\"Rahat"
                                + " menivät muuhun\",\"hearingUntil\":\"2026-12-31\"}");

        form.put("hearing", "unnecessary");
        assertThat(browser.submit(PAGE, form).status()).isEqualTo(302);
        assertThat(asked("POST", "/claims").body())
                .contains("\"hearingWaived\":\"unnecessary\"")
                .doesNotContain("hearingUntil");
    }

    @Test
    void booksMoneyThatCame() {
        FakeDecided.recovery(grants, DECIDED);
        Map<String, String> form = form("returns");
        form.put("claim", "1");
        form.put("returned", "150,50");
        form.put("receivedOn", "20.6.2026");
        String api = "POST " + FakeDecided.RECOVERY + "/returns";
        grants.on(
                api,
                Reply.problem(
                        422, "{\"errors\":[{\"field\":\"amount\",\"code\":\"not-positive\"}]}"));
        assertThat(browser.submit(PAGE, form).html().select("#returned-wrong").text())
                .contains("saapunut summa");
        grants.on(api, FakeWork.refused("out-of-order"));
        assertThat(browser.submit(PAGE, form).html().select("#receivedOn-wrong").text())
                .contains("järjestyksessä");

        grants.on(api, recovery());
        assertThat(browser.submit(PAGE, form).location().getQuery()).isEqualTo("done=returns");
        assertThat(asked("POST", "/returns").body())
                .isEqualTo("{\"claim\":1,\"amount\":\"150.50\",\"receivedOn\":\"2026-06-20\"}");

        form.put("claim", "");
        assertThat(browser.submit(PAGE, form).status()).isEqualTo(302);
        assertThat(asked("POST", "/returns").body()).doesNotContain("claim");
    }

    @Test
    void decidesAClaimOnceTheGranteeWasHeard() {
        Document html = browser.open(CLAIM).html();
        assertThat(Forms.text(html)).contains("Selvitys puuttuu", "Se katosi <i>");
        Map<String, String> form = Forms.filled(html, 0);
        form.put("title", "Sivistysjohtaja");
        assertThat(browser.submit(CLAIM, form).html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#dueOn");
        form.put("dueOn", "2026-12-31");
        String api = "PUT " + FakeDecided.RECOVERY + "/claims/1/decision";
        grants.on(api, FakeWork.refused("same-person"));
        Page refused = browser.submit(CLAIM, form);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(Forms.alert(refused)).contains("Ehdotit takaisinperintää itse");

        grants.on(api, recovery());
        assertThat(browser.submit(CLAIM, form).location().toString())
                .endsWith("/recovery/1?done=decision");
        Asked decided = asked("PUT", "/decision");
        assertThat(decided.header("If-Match")).containsExactly("\"6\"");
        assertThat(decided.body())
                .isEqualTo(
                        "{\"maker\":{\"kind\":\"official\",\"title\":\"Sivistysjohtaja\"},"
                                + "\"dueOn\":\"2026-12-31\"}");
    }

    @Test
    void givesAClaimUp() {
        grants.on("PUT " + FakeDecided.RECOVERY + "/claims/1/dropping", recovery());
        Map<String, String> form = Forms.filled(browser.open(CLAIM).html(), 1);

        assertThat(browser.submit(CLAIM, form).location().getQuery()).isEqualTo("done=dropping");
        assertThat(asked("PUT", "/dropping").header("If-Match")).containsExactly("\"6\"");
    }

    @Test
    void saysWhatIsOwedOnceItIsDecided() {
        FakeDecided.recovery(grants, DECIDED);

        Document html = browser.open(CLAIM).html();

        assertThat(Forms.text(html))
                .contains("Päätetty, maksettava", "Sivistysjohtaja", "250 €", "2 €")
                .contains("viivästyskorkoa kertyy");
        assertThat(html.select("main form")).isEmpty();
        assertThat(browser.open(PAGE + "/9").status()).isEqualTo(404);
    }

    @Test
    void leavesProposingToOfficersAndDecidingToDeciders() {
        identityProvider().rolesAre("decision-maker");
        Browser decider = browser();
        decider.logIn(identityProvider(), "/login");
        assertThat(decider.open(PAGE).html().select("main form")).isEmpty();

        identityProvider().rolesAre("grant-officer");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");
        assertThat(officer.open(CLAIM).html().select("[name=dueOn]")).isEmpty();
    }

    private static Reply recovery() {
        return Reply.json(200, "{\"claims\":[],\"returns\":[],\"returned\":\"0.00\"}");
    }

    /** The form of a move, as a browser would send it. */
    private Map<String, String> form(String move) {
        return Forms.fields(
                browser.open(PAGE)
                        .html()
                        .select("main form:has([name=move][value=" + move + "])")
                        .getFirst());
    }

    private Asked asked(String method, String end) {
        return grants.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }
}
