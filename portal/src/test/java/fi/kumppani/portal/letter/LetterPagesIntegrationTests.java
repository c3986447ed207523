package fi.kumppani.portal.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.Map;

class LetterPagesIntegrationTests extends PortalUnderTest {

    private static final String M = "/v1/municipalities/743";
    private static final String LIST = "{\"id\":\"list-1\",\"name\":{\"fi\":\"Järjestökirje\"}}";
    private static final String OTHER = "{\"id\":\"list-2\",\"name\":{\"fi\":\"Liikuntakirje\"}}";

    private static final String WITH_AREAS =
            """
            {"id":"list-1","name":{"fi":"Järjestökirje"},
             "areas":[{"code":"nurmo","name":{"fi":"Nurmo"}},{"code":"pera","name":{"fi":"Peräseinäjoki"}}]}
            """;
    private static final String CHOIR = "{\"id\":\"a-1\",\"name\":{\"fi\":\"Kuoro ry\"}}";
    private static final String CLUB = "{\"id\":\"a-2\",\"name\":{\"fi\":\"Kuoroharrastajat\"}}";

    private final Browser browser = browser();
    private final StubService newsletter = service(Backend.NEWSLETTER);

    @BeforeEach
    void haveLists() {
        service(Backend.REGISTRY).on("GET " + M, Facts.seinajoki());
        newsletter.on("GET " + M + "/lists", Facts.listing(LIST, OTHER));
        newsletter.on(
                "GET " + M + "/lists/list-1",
                Reply.json(
                        200,
                        """
                        {"id":"list-1","name":{"fi":"Järjestökirje"},
                         "consent":{"version":"2026-11","text":{"text":"Rekisterinpitäjä","lang":"fi"}}}
                        """));
        newsletter.on(
                "GET " + M + "/issues",
                Facts.listing(Facts.letter("2/2024", "2024-08-28T10:00:00Z")));
        newsletter.on(
                "POST " + M + "/lists/list-1/subscriptions",
                Reply.json(202, "{\"status\":\"asked\"}"));
    }

    @Test
    void showsLettersAndWhatOneCanSubscribeTo() {
        Document page = browser.open("/m/743/letters").html();

        assertThat(page.select(".rows h3").text()).isEqualTo("Järjestökirje 2/2024");
        assertThat(page.select("#list label").eachText())
                .containsExactly("Järjestökirje", "Liikuntakirje");
        assertThat(page.select(".panel .small").eachText()).contains("Rekisterinpitäjä");
    }

    @Test
    void findsLettersByTheirWords() {
        Document page = browser.open("/m/743/letters?q=talkoot+kyl%C3%A4").html();

        assertThat(newsletter.asked().stream().map(Asked::query))
                .anyMatch(query -> query.contains("q=talkoot%20kyl%C3%A4"));
        assertThat(page.select("#q").val()).isEqualTo("talkoot kylä");
        assertThat(page.select("[role=status]").text()).contains("talkoot kylä");
    }

    @Test
    void feedsReadersInTheirLanguage() {
        Page feed = browser.open("/m/743/letters/feed.atom?lang=sv");

        assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
        Document atom = Jsoup.parse(feed.body(), "", Parser.xmlParser());
        assertThat(atom.select("feed").attr("xml:lang")).isEqualTo("sv");
        assertThat(atom.select("feed > link[rel=self]").attr("href"))
                .endsWith("/m/743/letters/feed.atom?lang=sv");
        assertThat(atom.select("feed > author > name").text()).isNotBlank();
        assertThat(atom.select("entry > title").text()).isEqualTo("Järjestökirje 2/2024");
        assertThat(atom.select("entry > updated").text()).isEqualTo("2024-08-28T10:00:00Z");
        assertThat(atom.select("entry > link").attr("href")).contains("/m/743/letters/");
        assertThat(browser.open("/m/743/letters").html().select("a[type=application/atom+xml]"))
                .hasSize(1);
    }

    @Test
    void showsALetter() {
        newsletter.on(
                "GET " + M + "/issues/l1",
                Reply.json(
                        200,
                        """
                        {"id":"l1","label":"2/2024","title":{"fi":"Kirje"},"sentAt":"2024-08-28T10:00:00Z",
                         "items":[
                          {"title":{"fi":"Yksi"},"text":{"fi":"A <i>b</i>\\n\\nC"},"link":"https://example.org/a?b=c"},
                          {"title":{"sv":"Två"},"text":{"fi":"D"},"link":"javascript:alert(1)"}]}
                        """));

        Document page = browser.open("/m/743/letters/l1").html();

        assertThat(page.select("h2").eachText()).containsExactly("Yksi", "Två");
        assertThat(page.select("h2").eachAttr("lang").getLast()).isEqualTo("sv");
        assertThat(page.select(".item p").eachText()).startsWith("A <i>b</i>", "C");
        assertThat(page.select(".item a").eachAttr("href"))
                .containsExactly("https://example.org/a?b=c");
    }

    @Test
    void showsPicturesFromWhereTheyAreAndWhoAnswers() {
        newsletter.on(
                "GET " + M + "/issues/l2",
                Reply.json(
                        200,
                        """
                        {"id":"l2","label":"2/2024","title":{"fi":"Kirje"},"sentAt":"2024-08-28T10:00:00Z",
                         "items":[
                          {"title":{"fi":"Yksi"},"text":{"fi":"A"},
                           "picture":{"address":"https://kuvat.example.org/a.jpg?x=1","alt":{"fi":"Talkoot"}},
                           "contact":{"role":{"fi":"järjestökoordinaattori"},"email":"jarjestot@example.org"}},
                          {"title":{"fi":"Kaksi"},"text":{"fi":"B"},
                           "picture":{"address":"http://kuvat.example.com/b.jpg","alt":{"fi":"Ei"}}}]}
                        """));

        Page page = browser.open("/m/743/letters/l2");

        assertThat(page.html().select(".item img").eachAttr("src"))
                .containsExactly("https://kuvat.example.org/a.jpg?x=1");
        assertThat(page.html().select(".item img").eachAttr("alt")).containsExactly("Talkoot");
        assertThat(page.html().select(".item a").eachAttr("href"))
                .containsExactly("mailto:jarjestot@example.org");
        assertThat(page.html().select(".item .facts").text()).contains("järjestökoordinaattori");
        assertThat(page.headers("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("img-src 'self' data: https://kuvat.example.org;");
        assertThat(browser.open("/m/743/letters").headers("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("img-src 'self' data:;");
    }

    @Test
    void asksForTheLetter() {
        Page page =
                browser.submit(
                        "/m/743/letters?lang=sv",
                        Map.of(
                                "list", "list-1",
                                "email", " maija@example.org ",
                                "language", "sv"));

        assertThat(page.html().select("h1").text()).isEqualTo("Kontrollera din e-post");
        assertThat(newsletter.last().body())
                .isEqualTo("{\"email\":\"maija@example.org\",\"language\":\"sv\"}");
        assertThat(page.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void asksForTheLetterForAnAssociation() {
        service(Backend.REGISTRY).on("GET " + M + "/associations", Facts.listing(CHOIR, CLUB));
        Map<String, String> filled =
                Map.of(
                        "list", "list-1",
                        "email", "maija@example.org",
                        "language", "fi",
                        "association", "kuoro");

        Document found =
                browser.submit("/m/743/letters", with(filled, "find", "association")).html();

        assertThat(newsletter.asked().stream().map(Asked::method)).doesNotContain("POST");
        assertThat(found.select("#associationId label").eachText())
                .containsExactly(
                        "Kuoroharrastajat", "Kuoro ry", "En lue kirjeitä yhdistyksen puolesta");
        assertThat(found.select("#list input[checked]").val()).isEqualTo("list-1");
        assertThat(browser.submit("/m/743/letters", filled).status())
                .as("several go by it")
                .isEqualTo(422);

        browser.submit("/m/743/letters", with(filled, "association", "kuoro ry "));
        assertThat(newsletter.last().body()).contains("\"associationId\":\"a-1\"");
        browser.submit("/m/743/letters", with(filled, "associationId", "a-2"));
        assertThat(newsletter.last().body())
                .as("what is chosen counts")
                .contains("\"associationId\":\"a-2\"");
    }

    @Test
    void doesNotMindASearchForNothing() {
        browser.submit(
                "/m/743/letters",
                Map.of(
                        "list", "list-1",
                        "email", "maija@example.org",
                        "language", "fi",
                        "association", "",
                        "find", "association"));

        assertThat(newsletter.last().body())
                .isEqualTo("{\"email\":\"maija@example.org\",\"language\":\"fi\"}");
    }

    @Test
    void asksForTheAreasThatEachListOffers() {
        newsletter.on("GET " + M + "/lists", Facts.listing(WITH_AREAS, OTHER));
        newsletter.on(
                "POST " + M + "/lists/list-2/subscriptions",
                Reply.json(202, "{\"status\":\"asked\"}"));
        assertThat(browser.open("/m/743/letters").html().select("#areas label").eachText())
                .containsExactly("Nurmo", "Peräseinäjoki");
        Map<String, String> filled =
                Map.of(
                        "list", "list-1",
                        "email", "maija@example.org",
                        "language", "fi",
                        "areas", "nurmo");

        browser.submit("/m/743/letters", filled);
        assertThat(newsletter.last().body()).contains("\"areas\":[\"nurmo\"]");
        browser.submit("/m/743/letters", with(filled, "list", "list-2"));
        assertThat(newsletter.last().body()).doesNotContain("areas");
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        Map<String, String> more = new HashMap<>(form);
        more.put(field, value);
        return more;
    }

    @Test
    void saysWhatIsMissing() {
        Page noList = browser.submit("/m/743/letters", Map.of("email", "a@example.org"));
        newsletter.on(
                "POST " + M + "/lists/list-1/subscriptions",
                Reply.problem(422, "{\"errors\":[{\"field\":\"email\",\"code\":\"email\"}]}"));
        Page noAddress =
                browser.submit("/m/743/letters", Map.of("list", "list-1", "email", "nobody"));

        assertThat(noList.status()).isEqualTo(422);
        assertThat(noList.html().select("[role=alert] a").attr("href")).isEqualTo("#list");
        assertThat(noList.html().select("#email").val()).isEqualTo("a@example.org");
        assertThat(noAddress.status()).isEqualTo(422);
        assertThat(noAddress.html().select("[role=alert] a").attr("href")).isEqualTo("#email");
        assertThat(noAddress.html().select("#list input[checked]").val()).isEqualTo("list-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "leave"})
    void doesNothingWhenALinkIsOpened(String page) {
        Page opened = browser.open("/m/743/subscriptions/" + page + "?token=abc");

        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.html().select("main form input[name=token]").val()).isEqualTo("abc");
        assertThat(opened.html().select("main form").attr("action")).doesNotContain("abc");
        assertThat(newsletter.asked()).isEmpty();
        assertThat(opened.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void confirmsByTheButton() {
        newsletter.on(
                "POST " + M + "/subscription-confirmations",
                Reply.json(200, "{\"confirmed\":[" + LIST + "],\"alsoAsked\":[" + OTHER + "]}"));

        Document page =
                browser.submit("/m/743/subscriptions/confirmations", Map.of("token", "abc")).html();

        assertThat(newsletter.last().body()).isEqualTo("{\"token\":\"abc\",\"lists\":[]}");
        assertThat(page.select(".done li").text()).isEqualTo("Järjestökirje");
        assertThat(page.select("main form input[name=list]").val()).isEqualTo("list-2");
    }

    @Test
    void leavesByTheButton() {
        newsletter.on(
                "POST " + M + "/subscription-departures",
                Reply.json(200, "{\"left\":" + LIST + "}"));

        Document page =
                browser.submit("/m/743/subscriptions/departures", Map.of("token", "abc")).html();

        assertThat(newsletter.last().body()).isEqualTo("{\"token\":\"abc\"}");
        assertThat(page.select(".done").text()).contains("Järjestökirje");
    }

    @Test
    void tellsNothingAboutAWrongToken() {
        assertThat(
                        browser.submit("/m/743/subscriptions/confirmations", Map.of("token", "x"))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void passesOnTheOneClickOfAMailProgram() {
        newsletter.on(
                "POST " + M + "/subscription-departures",
                Reply.json(200, "{\"left\":" + LIST + "}").and("Set-Cookie", "x=1"));
        browser.plant("PORTALSESSION", "somebody");

        Page page =
                browser.send(
                        "POST",
                        "/m/743/subscriptions/leave?token=a_b-c",
                        "List-Unsubscribe=One-Click",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        "Bearer x");

        Asked asked = newsletter.last();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("x="));
        assertThat(asked.query()).isEqualTo("token=a_b-c");
        assertThat(asked.body()).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(asked.header("Content-Type").getFirst())
                .startsWith("application/x-www-form-urlencoded");
        assertThat(asked.header("Cookie")).isEmpty();
        assertThat(asked.header("Authorization")).isEmpty();
        assertThat(asked.header("X-Forwarded-For")).containsExactly("127.0.0.1");
    }

    @Test
    void leadsOnFromALinkInALetterAsNobody() {
        String address = "ab_c-1.aHR0cHM6Ly9leGFtcGxlLm9yZy8";
        newsletter.on(
                "GET " + M + "/counted-links/" + address,
                Reply.json(303, "")
                        .and("Location", "https://example.org/haku?q=%C3%A4+b")
                        .and("Set-Cookie", "x=1"));
        browser.plant("PORTALSESSION", "somebody");

        Page page =
                browser.send(
                        "GET",
                        "/m/743/l/" + address + "?fbclid=somebody",
                        null,
                        "Authorization",
                        "Bearer x",
                        "User-Agent",
                        "Mozilla/5.0");

        Asked asked = newsletter.last();
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).isEqualTo("https://example.org/haku?q=%C3%A4+b");
        assertThat(page.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("x="));
        assertThat(asked.query()).as("nothing that others hang on an address").isNullOrEmpty();
        assertThat(asked.header("Cookie")).isEmpty();
        assertThat(asked.header("Authorization")).isEmpty();
        assertThat(asked.header("User-Agent")).containsExactly("Mozilla/5.0");
    }

    @Test
    void showsAPageWhereALinkInALetterLeadsNowhere() {
        newsletter.on("GET " + M + "/counted-links/a.b", Reply.problem(404, "{}"));

        Page unknown = browser.open("/m/743/l/a.b");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).startsWith("text/html");
        assertThat(browser.open("/m/743/l/nonsense").status()).isEqualTo(404);
    }

    @Test
    void passesOnTheOneClickInParts() {
        newsletter.on("POST " + M + "/subscription-departures", Reply.json(200, "{}"));
        String body =
                """
                --b\r
                Content-Disposition: form-data; name="List-Unsubscribe"\r
                \r
                One-Click\r
                --b--\r
                """;

        browser.send(
                "POST",
                "/m/743/subscriptions/leave?token=abc",
                body,
                "Content-Type",
                "multipart/form-data; boundary=b");

        assertThat(newsletter.last().body()).isEqualTo(body);
    }
}
