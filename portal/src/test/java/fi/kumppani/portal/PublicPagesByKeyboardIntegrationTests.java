package fi.kumppani.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;

import fi.kumppani.kit.testing.Chromium;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.Keyboard;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.PublicPages;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What everybody comes for, by keys alone: in each language, on a phone and at a desk. */
class PublicPagesByKeyboardIntegrationTests extends PortalUnderTest {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int HEIGHT = 800;
    private static final String M = "/v1/municipalities/743";
    private static final String EVENT = M + "/events/" + Facts.EVENT;
    private static final String REGISTRATION = EVENT + "/registrations/7";
    private static final String MANAGE = "/m/743/registrations/" + Facts.EVENT + "/7?token=x";
    private static final Map<String, String> NEXT = Map.of("fi", "sv", "sv", "en", "en", "fi");

    private final StubService events = service(Backend.EVENTS);
    private final StubService newsletter = service(Backend.NEWSLETTER);
    private @Nullable BrowserContext browser;
    private @Nullable Page page;

    /** Who comes: in which language, with a screen how wide. */
    record Visit(String language, int width) {}

    static Stream<Visit> visits() {
        return Stream.of("fi", "sv", "en")
                .flatMap(
                        language ->
                                Stream.of(PHONE, DESK).map(width -> new Visit(language, width)));
    }

    @BeforeEach
    void announce() {
        PublicPages.announce();
        service(Backend.REGISTRY)
                .on("GET " + M + "/associations", Facts.listing(Facts.association()));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @MethodSource("visits")
    void choosesTheMunicipalityAndTheLanguage(Visit visit) {
        Keyboard keys = open(visit, "/");
        assertThat(keys.tab().isAt(".skip")).as("the first stop").isTrue();
        keys.press("Enter");
        assertThat(keys.isAt("#content")).as("past the top").isTrue();

        keys.follow("nav.choice a[href$='/m/743'], nav.choice a[href*='/m/743?']");
        assertThat(page().url()).contains("/m/743");
        String other = NEXT.getOrDefault(visit.language(), "fi");
        keys.follow(".languages a[hreflang=" + other + "]");

        assertThat(page().locator("html").getAttribute("lang")).isEqualTo(other);
        assertThat(page().url()).contains("/m/743");
    }

    @ParameterizedTest
    @MethodSource("visits")
    void findsAnEventAndGetsAPlaceInTheQueue(Visit visit) {
        events.on("GET " + EVENT, Reply.json(200, Facts.event("published", 0, 2)));
        events.on(
                "POST " + EVENT + "/registrations",
                Reply.problem(422, "{\"errors\":[{\"field\":\"email\",\"code\":\"email\"}]}"));
        Keyboard keys = open(visit, "/m/743/events");
        keys.reach("#text").type("ilta").enter();
        assertThat(page().url()).contains("text=ilta");
        keys.follow("section[aria-labelledby=coming] li a").follow(".panel a[role=button]");
        keys.reach("#name").type("Osallistuja");
        keys.reach("#email").type("osallistuja@example").follow("main form > button:not(.unseen)");

        assertThat(keys.isAt("[role=alert]")).as("at what is wrong").isTrue();
        keys.reach("[role=alert] a").press("Enter");
        assertThat(keys.isAt("#email")).as("at the field").isTrue();
        events.on(
                "POST " + EVENT + "/registrations",
                Reply.json(201, "{\"status\":\"waitlisted\",\"place\":3}"));
        keys.press("End").type(".org").follow("main form > button:not(.unseen)");
        assertThat(page().locator("#registered .done").textContent()).contains("3");
    }

    @ParameterizedTest
    @MethodSource("visits")
    void givesTheSeatUpByTheLinkFromTheMail(Visit visit) {
        stands("\"waitlisted\",\"place\":3");
        events.on(
                "POST " + REGISTRATION + "/cancellation",
                exchange -> {
                    stands("\"cancelled\",\"ending\":\"given-up\"");
                    Reply.json(200, "{\"number\":7,\"status\":\"cancelled\"}").answer(exchange);
                });
        Keyboard keys = open(visit, MANAGE);
        assertThat(page().locator("main").textContent()).contains("3");

        keys.reach("details:has(form[action*=cancellation]) > summary").press("Enter");
        keys.follow("form[action*=cancellation] button");

        assertThat(page().locator("form[action*=cancellation]").count()).isZero();
    }

    private void stands(String status) {
        events.on(
                "GET " + REGISTRATION, Reply.json(200, "{\"number\":7,\"status\":" + status + "}"));
    }

    @ParameterizedTest
    @MethodSource("visits")
    void findsAnAssociationByItsPurpose(Visit visit) {
        Keyboard keys = open(visit, "/m/743/associations");

        keys.reach("#purposeClass").press("ArrowDown").press("ArrowDown").follow(".find button");
        assertThat(page().url()).contains("purposeClass=2");
        keys.follow("main ul.rows a, main ul li h3 a, main ul li a[href*='/associations/a1']");

        assertThat(page().locator("article#association h1").textContent()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("visits")
    void readsACallAndWhatWasDecided(Visit visit) {
        Keyboard keys = open(visit, "/m/743").follow("section.calls h3 a");
        assertThat(page().locator("#who, #rules, #criteria").count()).isEqualTo(3);

        keys.follow("main a[href*='/decisions']");
        String before = page().locator("h1").textContent();
        keys.follow("nav.choice a:not([aria-current])");
        assertThat(page().locator("h1").textContent()).isNotEqualTo(before);
        keys.follow("ol.rows a");
        assertThat(page().locator("article#call").count()).isOne();
    }

    @ParameterizedTest
    @MethodSource("visits")
    void subscribesAndConfirmsByTheLink(Visit visit) {
        newsletter.on(
                "GET " + M + "/lists",
                Facts.listing("{\"id\":\"list-1\",\"name\":{\"fi\":\"Järjestökirje\"}}"));
        newsletter.on(
                "GET " + M + "/lists/list-1",
                Reply.json(
                        200,
                        """
                        {"id":"list-1","name":{"fi":"Järjestökirje"},
                         "consent":{"version":"2026-11","text":{"text":"Rekisterinpitäjä","lang":"fi"}}}
                        """));
        newsletter.on(
                "POST " + M + "/lists/list-1/subscriptions",
                Reply.json(202, "{\"status\":\"asked\"}"));
        newsletter.on(
                "POST " + M + "/subscription-confirmations",
                Reply.json(
                        200,
                        "{\"confirmed\":[{\"id\":\"list-1\",\"name\":{\"fi\":\"Järjestökirje\"}}],"
                                + "\"alsoAsked\":[]}"));
        newsletter.on(
                "GET " + M + "/subscription-confirmations",
                Reply.json(
                        200,
                        """
                        {"list":{"id":"list-1","name":{"fi":"Järjestökirje"}},"alsoAsked":[],
                         "consent":{"version":"2026-12","text":{"text":"Rekisterinpitäjä","lang":"fi"}},
                         "confirmed":false}
                        """));
        Keyboard keys = open(visit, "/m/743/letters");
        keys.reach("[name=list]");
        if (!Boolean.TRUE.equals(page().evaluate("document.activeElement.checked"))) {
            keys.press("Space");
        }
        keys.reach("#email").type("lukija@example.org").reach("[name=language]").press("ArrowDown");
        keys.follow("#subscribe ~ form > button");
        assertThat(page().locator("#asked .done").count()).isOne();

        keys.open(address(visit, "/m/743/subscriptions/confirm?token=abc"));
        keys.follow("main form button");
        assertThat(page().locator("#confirmed .done li").count()).isOne();
    }

    @ParameterizedTest
    @MethodSource("visits")
    void changesWhatIsReadAndLeaves(Visit visit) {
        Reply preferences =
                Reply.json(
                        200,
                        """
                        {"email":"lukija@example.org","language":"sv",
                         "lists":[{"id":"list-1","name":{"fi":"Järjestökirje"},"joined":true},
                                  {"id":"list-2","name":{"fi":"Liikuntakirje"},"joined":false}],
                         "consent":{"version":"2026-12","text":{"text":"Rekisterinpitäjä","lang":"fi"}}}
                        """);
        newsletter.on("GET " + M + "/subscription-preferences", preferences);
        newsletter.on("PUT " + M + "/subscription-preferences", preferences);
        newsletter.on(
                "POST " + M + "/subscription-departures",
                Reply.json(
                        200, "{\"left\":{\"id\":\"list-1\",\"name\":{\"fi\":\"Järjestökirje\"}}}"));
        Keyboard keys = open(visit, "/m/743/subscriptions/preferences?token=abc");
        keys.reach("[name=list][value=list-2]").press("Space");
        keys.follow("form[action*='/preferences'] button:not(.danger)");
        assertThat(page().locator(".done").count()).isOne();
        assertThat(newsletter.last("PUT").body()).contains("list-2");

        keys.open(address(visit, "/m/743/subscriptions/leave?token=abc"));
        keys.follow("main form button");
        assertThat(page().locator("#left .done").count()).isOne();
    }

    @ParameterizedTest
    @MethodSource("visits")
    void findsALetterInTheArchive(Visit visit) {
        String letter = Facts.letter("2/2024", "2024-08-28T10:00:00Z").replace("l-2/2024", "l1");
        newsletter.on("GET " + M + "/issues", Facts.listing(letter));
        newsletter.on(
                "GET " + M + "/issues/l1",
                Reply.json(
                        200,
                        """
                        {"id":"l1","label":"2/2024","title":{"fi":"Kirje"},"sentAt":"2024-08-28T10:00:00Z",
                         "items":[{"title":{"fi":"Yksi"},"text":{"fi":"A"},"link":"https://example.org/a"}]}
                        """));
        Keyboard keys = open(visit, "/m/743/letters");
        keys.reach("#q").type("talkoot").enter();
        keys.follow("section[aria-labelledby=archive] h3 a");

        assertThat(page().locator("#letter .item h2").textContent()).isEqualTo("Yksi");
        keys.reach("#letter a[href='https://example.org/a']");
    }

    @ParameterizedTest
    @MethodSource("visits")
    void readsTheFiguresAndTheirTables(Visit visit) {
        Keyboard keys = open(visit, "/m/743/report");
        String before = page().locator("h1").textContent();
        keys.follow("nav.choice a:not([aria-current])");
        assertThat(page().locator("h1").textContent()).isNotEqualTo(before);

        keys.reach(".scrolled[aria-labelledby=past]");
        boolean isWide =
                Boolean.TRUE.equals(
                        page().evaluate(
                                        "document.activeElement.scrollWidth"
                                                + " > document.activeElement.clientWidth"));
        keys.press("ArrowRight").press("ArrowRight");
        page().waitForTimeout(150);

        assertThat(Boolean.TRUE.equals(page().evaluate("document.activeElement.scrollLeft > 0")))
                .as("moved sideways where it is wider than the screen")
                .isEqualTo(isWide);
    }

    @ParameterizedTest
    @MethodSource("visits")
    void findsOpenDataAndTheStatementOnAccessibility(Visit visit) {
        Keyboard keys = open(visit, "/m/743").follow("footer a[href*='/open-data']");
        keys.reach("#open-data a[href*='.csv']");

        keys.follow("footer a[href*='/accessibility']");
        keys.reach("#accessibility a[href^='mailto:']");
    }

    @ParameterizedTest
    @CsvSource({"fi, 360", "sv, 1280"})
    void isHeldUpNowhere(String language, int width) {
        Visit visit = new Visit(language, width);
        Keyboard keys = open(visit, "/");
        for (String path : List.copyOf(PublicPages.PATHS.values())) {
            keys.open(address(visit, path)).goAround();
        }
    }

    private Keyboard open(Visit visit, String path) {
        browser =
                CHROMIUM.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setReducedMotion(ReducedMotion.REDUCE)
                                        .setViewportSize(visit.width(), HEIGHT));
        page = browser.newPage();
        return Keyboard.at(page, address(visit, path));
    }

    private Page page() {
        return Objects.requireNonNull(page);
    }

    private static String address(Visit visit, String path) {
        return origin() + path + (path.contains("?") ? "&" : "?") + "lang=" + visit.language();
    }
}
