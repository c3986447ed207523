package fi.kumppani.portal.event;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPagesIntegrationTests extends PortalUnderTest {

    private static final String M = "/v1/municipalities/743";
    private static final String EVENT = M + "/events/" + Facts.EVENT;
    private static final String PAGE = "/m/743/events/" + Facts.EVENT;

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void announceTheEvent() {
        service(Backend.REGISTRY).on("GET " + M, Facts.seinajoki());
        events.on("GET " + EVENT, Reply.json(200, Facts.event()));
    }

    @Test
    void showsTheEventWithItsSeats() {
        Document page = browser.open(PAGE + "?lang=en").html();

        assertThat(page.select("h1").text()).isEqualTo("Järjestöilta <b>2099</b>");
        assertThat(page.select("h1 b")).isEmpty();
        assertThat(page.select(".details").text().replace('\u00a0', ' '))
                .contains(
                        "Wed 23.9.2099 at 17.00–19.00",
                        "Coffee is served at 16.45",
                        "Matara-sali",
                        "12 of 80 seats are free",
                        "Mon 21.9.2099 at 23.59");
        assertThat(page.select(".text p").eachText()).containsExactly("Ensin.", "Sitten.");
        assertThat(page.select(".panel a[role=button]").attr("href"))
                .isEqualTo(PAGE + "/register?lang=en");
    }

    @Test
    void tellsWhereHowAndForWhomItIs() {
        events.on(
                "GET " + EVENT,
                Reply.json(
                        200,
                        Facts.event(
                                """
                                "doorsFrom":"2099-09-23T13:30:00Z",
                                "venue":{"name":{"fi":"Matara"},"room":{"fi":"Sali"},
                                  "streetAddress":"Matarankatu 6","accessibility":["wheelchair","new-code"],
                                  "position":{"latitude":62.24,"longitude":25.75}},
                                "attendance":{"mode":"hybrid","onlineAddressPublic":false},
                                "audience":["associations","new-code"],
                                "areas":[{"name":{"fi":"Nurmo"}}],
                                "organisers":[{"name":{"fi":"KYT ry"}}],
                                "programme":[{"startsAt":"2099-09-23T14:10:00Z","text":{"fi":"Avaus"}},
                                             {"text":{"fi":"Ryhmät"}}],
                                """)));

        Document page = browser.open(PAGE).html();

        assertThat(page.select(".details").text().replace('\u00a0', ' '))
                .contains(
                        "Ovet avataan klo 16.30",
                        "Matara, Sali",
                        "Pyörätuolilla pääsee",
                        "paikan päällä tai etänä",
                        "yhdistykset",
                        "Nurmo",
                        "KYT ry")
                .doesNotContain("new-code", "??");
        assertThat(page.select(".details a[href*=openstreetmap]").attr("href"))
                .contains("mlat=62.240000", "mlon=25.750000");
        assertThat(page.select(".programme li").eachText())
                .extracting(text -> text.replace('\u00a0', ' '))
                .containsExactly("klo 17.10 Avaus", "Ryhmät");
    }

    @Test
    void offersTheQueueWhenAllSeatsAreTaken() {
        events.on("GET " + EVENT, Reply.json(200, Facts.event("published", 0, 3)));

        Document page = browser.open(PAGE + "?lang=en").html();

        assertThat(page.select(".details").text()).contains("All 80 seats", "In the queue: 3");
        assertThat(page.select(".panel a[role=button]").text()).isEqualTo("Join the queue");
    }

    @Test
    void takesNobodyForACancelledEvent() {
        events.on("GET " + EVENT, Reply.json(200, Facts.event("cancelled", 80, 0)));

        Document page = browser.open(PAGE).html();

        assertThat(page.select(".fault").text()).contains("peruttu", "Sali on suljettu");
        assertThat(page.select(".panel form, .panel a")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"situation\":\"postponed\",|Ilmoittautuminen jatkuu",
                "\"situation\":\"held\",|Tapahtuma on jo pidetty",
                "\"situation\":\"closed\",|Ilmoittautumisaika on päättynyt",
                "\"situation\":\"not-yet-open\",\"registration\":{\"opensAt\":\"2099-01-01T10:00:00Z\"},|Ilmoittautuminen"
                    + " alkaa to 1.1.2099 klo 12.00",
                "\"situation\":\"closed\",\"enrolment\":{\"place\":\"nowhere\"},|Et tarvitse",
                "\"situation\":\"closed\",\"enrolment\":{\"place\":\"elsewhere\",\"address\":\"https://www.example.org/form\"},|Ilmoittaudu"
                    + " järjestäjän sivulla"
            })
    void saysWhyOneCannotRegister(String facts, String text) {
        events.on(
                "GET " + EVENT,
                Reply.json(200, Facts.event(facts).replace("\"open\":true", "\"open\":false")));

        Document page = browser.open(PAGE).html();

        assertThat(page.select(".panel").text().replace('\u00a0', ' ')).contains(text);
        assertThat(page.select(".panel form, .panel [role=button]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void leadsToTheFormOfTheSeriesWhereOneRegistersForAllOfIt(String language) {
        events.on(
                "GET " + EVENT,
                Reply.json(
                        200,
                        Facts.event(
                                "\"seriesId\":\"s1\",\"onlyWithSeries\":true,"
                                        + "\"registration\":{\"holdFor\":\"PT10M\"},")));

        Document page = browser.open(PAGE + "?lang=" + language).html();

        assertThat(page.select(".panel form")).isEmpty();
        assertThat(page.select(".panel [role=button]").eachAttr("href"))
                .containsExactly("/m/743/series/s1/register?lang=" + language);
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void showsPartsTasksAndWhatItIsAPartOf() {
        events.on(
                "GET " + EVENT,
                Reply.json(200, Facts.event("\"partOf\":\"umbrella\",\"seriesId\":\"s1\",")));
        events.on(
                "GET " + M + "/events/umbrella",
                Reply.json(200, Facts.event().replace(Facts.EVENT, "umbrella")));
        events.on(
                "GET " + M + "/series/s1",
                Reply.json(200, "{\"id\":\"s1\",\"title\":{\"fi\":\"Joka vuosi\"}}"));
        events.on("GET " + EVENT + "/parts", Facts.listing(Facts.event()));
        events.on(
                "GET " + EVENT + "/tasks",
                Reply.json(
                        200,
                        """
                        {"tasks":[
                          {"id":"1","title":{"fi":"Haravointi"},"area":{"fi":"Kylätalo"},
                           "materials":[{"what":{"fi":"säkkiä"},"amount":20}]},
                          {"id":"2","title":{"fi":"Kuljetus"},"takenBy":{"name":{"fi":"VPK"}},"done":true}]}
                        """));

        Document page = browser.open(PAGE).html();

        assertThat(page.select(".within").text()).contains("Osa tapahtumaa", "Joka vuosi");
        assertThat(page.select("#parts h3 a").attr("href")).isEqualTo(PAGE);
        assertThat(page.select("#parts .facts").text()).contains("12 paikkaa vapaana");
        assertThat(page.select("section:has(#tasks) li").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Tekijää etsitään", "20 × säkkiä"),
                        second -> assertThat(second).contains("Tehty", "VPK"));
    }

    @Test
    void tellsSearchEnginesWithoutLettingATextEndTheElement() {
        events.on(
                "GET " + EVENT + "/structured",
                Reply.with(
                        200,
                        "application/ld+json",
                        "{\"@type\":\"Event\",\"name\":\"</script><b>x\"}"));

        Page page = browser.open(PAGE);

        assertThat(page.html().select("script[type=application/ld+json]").html())
                .contains("\"@type\":\"Event\"", "\\u003c/script\\u003e");
        assertThat(page.html().select("main b")).isEmpty();
    }

    @Test
    void saysWhenTheEventCannotBeShown() {
        events.on("GET " + EVENT, exchange -> exchange.close());
        Page away = browser.open(PAGE);
        Page missing = browser.open("/m/743/events/nothing");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isNotEmpty();
        assertThat(missing.status()).isEqualTo(404);
    }

    @Test
    void findsEventsAndTellsTheCalendars() {
        events.on(
                "GET " + M + "/events",
                Facts.listing(
                        Facts.event("published", 0, 3),
                        Facts.event("\"situation\":\"held\",").replace("2099", "2001")));

        Document page =
                browser.open("/m/743/events?text=ilta&area=Nurmo&from=2099-01-01&to=x&lang=sv")
                        .html();

        assertThat(events.last().query())
                .contains("text=ilta", "area=Nurmo", "from=2099-01-01", "to=&", "parts=false");
        assertThat(page.select("#text").val()).isEqualTo("ilta");
        assertThat(page.select("#to").val()).isEmpty();
        assertThat(page.select("section:has(#coming) h3")).hasSize(1);
        assertThat(page.select("section:has(#past) h3")).hasSize(1);
        assertThat(page.select("a[href^=webcal]").eachAttr("href"))
                .satisfiesExactly(
                        own -> assertThat(own).endsWith("/municipalities/743/calendar.ics?lang=sv"),
                        region -> assertThat(region).endsWith("/regions/14/calendar.ics?lang=sv"));
    }

    @Test
    void showsASeriesByYear() {
        events.on(
                "GET " + M + "/series/s1",
                Reply.json(
                        200,
                        """
                        {"id":"s1","title":{"fi":"Järjestöilta"},"wholeOnly":false,"years":[
                          {"year":2025,"events":[{"id":"e2","title":{"fi":"Syksy"},"status":"published",
                            "startsAt":"2025-09-23T14:00:00Z","endsAt":"2025-09-23T16:00:00Z",
                            "situation":"held"}]},
                          {"year":2024,"events":[{"id":"e1","title":{"fi":"Vanha"},"status":"archived",
                            "startsAt":"2024-10-24T14:00:00Z","endsAt":"2024-10-24T16:00:00Z",
                            "situation":"archived"}]}]}
                        """));

        Document page = browser.open("/m/743/series/s1").html();

        assertThat(page.select("h1").text()).isEqualTo("Järjestöilta");
        assertThat(page.select("h2").eachText()).containsExactly("2025", "2024");
        assertThat(page.select("h3 a").eachAttr("href"))
                .containsExactly("/m/743/events/e2", "/m/743/events/e1");
        assertThat(browser.open("/m/743/series/none").status()).isEqualTo(404);
    }

    @Test
    void showsAMonthAsATableOfItsDays() {
        String festival =
                Facts.event("published", 12, 0)
                        .replace("Järjestöilta <b>2099</b>", "Kyläviikko")
                        .replace("2099-09-23T14:00:00Z", "2099-08-30T07:00:00Z")
                        .replace("2099-09-23T16:00:00Z", "2099-09-01T21:00:00Z");
        events.on("GET " + M + "/events", Facts.listing(Facts.event("cancelled", 80, 0), festival));

        Document page = browser.open("/m/743/calendar?month=2099-09").html();

        assertThat(events.last().query()).contains("from=2099-09-01", "to=2099-09-30");
        assertThat(page.select("caption").text()).isEqualTo("syyskuu 2099");
        assertThat(page.select(".month th").eachText()).startsWith("maanantai").hasSize(7);
        assertThat(page.select(".month time").eachAttr("datetime"))
                .startsWith("2099-09-01")
                .endsWith("2099-09-30")
                .hasSize(30);
        assertThat(page.select("td:has([datetime=2099-09-23])").text().replace('\u00a0', ' '))
                .isEqualTo("23. ke 23.9.2099 klo 17.00 Järjestöilta <b>2099</b> Peruttu");
        assertThat(page.select("td:has([datetime=2099-09-01]) li").text())
                .isEqualTo("jatkuu Kyläviikko");
        assertThat(page.select("td:has([datetime=2099-09-02]) li"))
                .as("what ended at midnight")
                .isEmpty();
        assertThat(page.select(".turn a").eachAttr("href"))
                .containsExactly("/m/743/calendar?month=2099-08", "/m/743/calendar?month=2099-10");
        assertThat(page.select(".turn a").eachText())
                .containsExactly("elokuu 2099", "lokakuu 2099");
        assertThat(page.select("a[href^=webcal]")).hasSize(2);
    }

    @Test
    void showsThisMonthUnlessAskedForAnother() {
        events.on("GET " + M + "/events", Reply.json(200, "{\"items\":[]}"));

        Document page = browser.open("/m/743/calendar?lang=sv").html();

        assertThat(page.select(".month .today")).hasSize(1);
        assertThat(page.select("main").text()).contains("inga evenemang den här månaden");
        assertThat(browser.open("/m/743/calendar?month=2026-13").status()).isEqualTo(404);
        assertThat(browser.open("/m/743/calendar?month=1999-12").status()).isEqualTo(404);
    }

    @Test
    void keepsTheMonthStandingWithoutItsService() {
        events.on("GET " + M + "/events", Reply.problem(503, "unavailable"));

        Page page = browser.open("/m/743/calendar?month=2026-12");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select(".notice").text()).contains("ei juuri nyt saada");
        assertThat(page.html().select(".month time")).hasSize(31);
        assertThat(page.html().select("main").text()).doesNotContain("ei ole tapahtumia");
    }

    @Test
    void leadsOnToTheEventsBehindThoseOfAPage() {
        events.on(
                "GET " + M + "/events",
                Reply.json(200, "{\"items\":[" + Facts.event() + "],\"next\":\"f:51\"}"));

        Document page = browser.open("/m/743/events?text=ilta&from=2099-01-01").html();
        String more = page.select("main p a[role=button]").attr("href");
        assertThat(more).contains("text=ilta", "from=2099-01-01", "cursor=f:51");

        events.on("GET " + M + "/events", Reply.json(200, "{\"items\":[" + Facts.event() + "]}"));
        Document next = browser.open(more).html();
        assertThat(events.last().query()).contains("limit=50&cursor=f%3A51", "text=ilta");
        assertThat(next.select("main p a[role=button]")).isEmpty();
    }
}
