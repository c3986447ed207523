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

class ArchivePagesIntegrationTests extends PortalUnderTest {

    private static final String M = FakeLists.M;

    private final Browser browser = browser();
    private final StubService newsletter = service(Backend.NEWSLETTER);

    @BeforeEach
    void haveLists() {
        service(Backend.REGISTRY).on("GET " + M, Facts.seinajoki());
        FakeLists.tell(newsletter);
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
    void leadsOnToOlderLetters() {
        String letter =
                """
                {"items":[{"id":"l1","label":"2/2024","title":{"fi":"Kirje"},
                  "sentAt":"2024-08-28T10:00:00Z"}]%s}
                """;
        newsletter.on(
                "GET " + M + "/issues", Reply.json(200, letter.formatted(",\"next\":\"2024+l1\"")));
        Document page = browser.open("/m/743/letters?q=kyl%C3%A4&lang=fi").html();
        assertThat(page.select("[role=status]").text()).contains("joista tässä on 1");
        String older = page.select("a[rel=next]").attr("href");
        newsletter.on("GET " + M + "/issues", Reply.json(200, letter.formatted("")));

        Document last = browser.open(older).html();

        assertThat(newsletter.asked().stream().map(Asked::query))
                .anyMatch(
                        query ->
                                query.contains("q=kyl%C3%A4")
                                        && query.contains("cursor=2024%2Bl1"));
        assertThat(last.select("a[rel=next]")).isEmpty();
        assertThat(last.select(".rows h3").text()).isEqualTo("Kirje");
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
}
