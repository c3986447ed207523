package fi.kumppani.portal.organiser;

import static fi.kumppani.portal.organiser.FakeOrganised.EVENT;
import static fi.kumppani.portal.organiser.FakeOrganised.PAGE;
import static fi.kumppani.portal.organiser.FakeOrganised.participant;
import static fi.kumppani.portal.testing.Forms.alert;
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

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

/** Who comes to an event, deciding about one, and the table with the names. */
class ParticipantsPageIntegrationTests extends PortalUnderTest {

    private static final String LIST = PAGE + "/participants";
    private static final String PARTICIPANTS = EVENT + "/participants";

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void haveParticipants() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.REGISTRY)
                .on(
                        "GET /v1/municipalities/743/associations/a1",
                        Reply.json(200, "{\"id\":\"a1\",\"name\":{\"fi\":\"Kylät <ry>\"}}"));
        FakeOrganised.event(events, "published");
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void showsThemByNumberWithWhatCanBeDecided() {
        Document html = browser.open(LIST).html();

        assertThat(html.select("tbody th").eachText()).containsExactly("1", "2", "3", "4");
        assertThat(html.select("tbody td:nth-child(2)").eachText())
                .containsExactly(
                        "Paikka", "Odottaa hyväksyntää", "Jonossa sija 1", "Peruttu perui itse");
        assertThat(html.select("tbody tr:first-child").text()).contains("Kylät <ry>", "Kulttuuri");
        assertThat(html.select("tbody a").eachAttr("href"))
                .containsExactly(
                        LIST + "/1/cancellation",
                        LIST + "/2/approval",
                        LIST + "/2/rejection",
                        LIST + "/3/exception",
                        LIST + "/3/cancellation");
        assertThat(html.select("a[rel=next], main .notice")).isEmpty();

        FakeOrganised.is(events, FakeOrganised.held());
        assertThat(browser.open(LIST).html().select("tbody a")).isEmpty();
    }

    @Test
    void turnsThePagesOfALongList() {
        events.on(
                "GET " + PARTICIPANTS,
                FakeOrganised.listing(
                        IntStream.rangeClosed(1, 60)
                                .mapToObj(number -> participant(number, "confirmed", ""))
                                .toArray(String[]::new)));

        Document html = browser.open(LIST + "?state=confirmed&sort=-number").html();

        assertThat(html.select("tbody tr")).hasSize(50);
        assertThat(html.select("tbody th").getFirst().text()).isEqualTo("60");
        String next = html.select("a[rel=next]").attr("href");
        assertThat(next).isEqualTo(LIST + "?state=confirmed&sort=-number&page=2");
        assertThat(browser.open(next).html().select("tbody th").eachText())
                .hasSize(10)
                .startsWith("10");
        assertThat(asked("GET", PARTICIPANTS).query()).isEqualTo("limit=200");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1 2 3 4",
        "-number, 4 3 2 1",
        "status, 2 1 3 4",
        "-status, 4 3 1 2",
        "association, 1 2 3 4"
    })
    void putsThemInOrder(String sort, String order) {
        Document html = browser.open(LIST + "?sort=" + sort).html();

        assertThat(html.select("tbody th").eachText()).containsExactly(order.split(" "));
        assertThat(html.select("th[aria-sort]")).hasSize(1);
    }

    @Test
    void givesTheNumbersToASpreadsheetAndNoNames() {
        Page table = browser.open(LIST + "/list.csv?state=confirmed&lang=en");

        assertThat(table.header("Content-Disposition")).contains("registrations.csv");
        assertThat(table.body().lines()).hasSize(2);
        assertThat(table.body())
                .startsWith("\ufeffNumber,")
                .endsWith("\r\n1,Seat,,2,Kulttuuri,2026-11-01T10:00:00Z,,\r\n");
        assertThat(browser.open(LIST + "/list.xlsx").header("Content-Type"))
                .contains("spreadsheetml");
        assertThat(browser().open(LIST + "/list.csv").location().getPath()).isEqualTo("/login");
        events.on("GET " + PARTICIPANTS, exchange -> exchange.close());
        assertThat(browser.open(LIST + "/list.csv").status()).isEqualTo(503);
    }

    @Test
    void looksThroughThePagesForThoseInAState() {
        events.on(
                "GET " + PARTICIPANTS,
                FakeOrganised.listing(
                        participant(7, "confirmed", ""), participant(8, "waitlisted", "")));

        Document html = browser.open(LIST + "?state=waitlisted").html();

        assertThat(html.select("tbody th").eachText()).containsExactly("8");
        assertThat(html.select("nav.choice [aria-current]").text()).isEqualTo("Jonossa");
        assertThat(text(browser.open(LIST + "?state=requested").html()))
                .contains("Tässä tilassa ei ole ketään");
        events.on("GET " + PARTICIPANTS, exchange -> exchange.close());
        Page away = browser.open(LIST);
        assertThat(away.status()).isEqualTo(503);
        assertThat(text(away.html())).contains("ei juuri nyt vastaa");
    }

    @ParameterizedTest
    @CsvSource({"rejection, 2", "exception, 3", "cancellation, 1"})
    void decidesWithAReasonThatIsNotLost(String act, int number) {
        String path = LIST + "/" + number + "/" + act;
        String decided = PARTICIPANTS + "/" + number + "/" + act;
        events.on("POST " + decided, Reply.json(200, participant(number, "cancelled", "")));
        Map<String, String> form = fields(browser.open(path).html().select("main form").getFirst());

        assertThat(browser.submit(path, form).html().select("[role=alert] a").attr("href"))
                .isEqualTo("#reason");
        form.put("reason", "Kaksi <samaa>");
        Page done = browser.submit(path, form);

        assertThat(done.status()).isEqualTo(302);
        assertThat(done.location().getPath()).isEqualTo(LIST);
        assertThat(asked("POST", decided).body()).isEqualTo("{\"reason\":\"Kaksi <samaa>\"}");
        assertThat(browser.open(done.location().toString()).html().select(".done")).hasSize(1);
        events.on("POST " + decided, Reply.problem(409, "{\"reason\":\"no-seat-free\"}"));
        Page refused = browser.submit(path, form);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(alert(refused)).contains("Vapaita paikkoja ei ole");
        assertThat(refused.html().select("[name=reason]").val()).isEqualTo("Kaksi <samaa>");
    }

    @Test
    void approvesWithoutAReason() {
        String path = LIST + "/2/approval";
        events.on(
                "PUT " + PARTICIPANTS + "/2/approval",
                Reply.json(200, participant(2, "confirmed", "")));
        Document html = browser.open(path).html();
        assertThat(html.select("[name=reason]")).isEmpty();

        Page done = browser.submit(path, fields(html.select("main form").getFirst()));

        assertThat(done.location().getQuery()).isEqualTo("done=approval");
        assertThat(browser.open(LIST + "/2/nonsense").status()).isEqualTo(404);
        assertThat(browser.open(LIST + "/x/approval").status()).isEqualTo(404);
        Map<String, String> form = fields(html.select("main form").getFirst());
        assertThat(browser.submit(LIST + "/9/approval", form).status()).isEqualTo(404);
    }

    @Test
    void passesTheTableWithTheNamesOn() {
        String exports = PARTICIPANTS + "/exports";
        events.on(
                "POST " + exports,
                Reply.with(
                        200, "text/csv;charset=utf-8", "\uFEFFNumero,Nimi\r\n1,Osallistuja\r\n"));
        Map<String, String> form =
                fields(
                        browser.open(LIST)
                                .html()
                                .select("form[action^='" + LIST + "/exports']")
                                .getFirst());
        form.put("format", "csv");

        Page table = browser.submit(LIST + "/exports", form);

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.body()).isEqualTo("\uFEFFNumero,Nimi\r\n1,Osallistuja\r\n");
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.header("Content-Disposition")).contains("osallistujat.csv");
        assertThat(table.header("Cache-Control")).contains("no-store");
        assertThat(asked("POST", exports).body()).isEqualTo("{\"format\":\"csv\"}");

        form.put("format", "xlsx");
        assertThat(browser.submit(LIST + "/exports", form).header("Content-Type"))
                .contains("spreadsheetml");
        form.put("format", "pdf");
        assertThat(browser.submit(LIST + "/exports", form).status()).isEqualTo(404);
        form.put("format", "csv");
        events.on("POST " + exports, exchange -> exchange.close());
        assertThat(browser.submit(LIST + "/exports", form).status()).isEqualTo(503);
        assertThat(browser.submit(LIST + "/exports", Map.of("format", "csv")).status())
                .as("a form without its token")
                .isEqualTo(403);
    }

    /** Pages wait for five seconds here, files for eight. */
    @Test
    void waitsForATableLongerThanForAPageButNotForEver() {
        String exports = PARTICIPANTS + "/exports";
        Map<String, String> form =
                fields(
                        browser.open(LIST)
                                .html()
                                .select("form[action^='" + LIST + "/exports']")
                                .getFirst());
        form.put("format", "csv");
        events.on("POST " + exports, Reply.with(200, "text/csv", "1\r\n").after(5_500));

        assertThat(browser.submit(LIST + "/exports", form).body()).isEqualTo("1\r\n");

        events.on("POST " + exports, Reply.with(200, "text/csv", "1\r\n").after(20_000));
        Instant begin = Instant.now();
        Page silent = browser.submit(LIST + "/exports", form);
        assertThat(silent.status()).isEqualTo(503);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(18));
    }

    private Asked asked(String method, String path) {
        return events.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
