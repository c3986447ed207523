package fi.kumppani.portal.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;

import fi.kumppani.kit.testing.Chromium;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Cable;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** The door on a phone whose network comes and goes. */
class DoorInABrowserIntegrationTests extends PortalUnderTest {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private static final Cable CABLE = new Cable(URI.create(origin()).getPort());

    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int HEIGHT = 800;
    private static final boolean PICTURES = System.getenv("KUMPPANI_PICTURES") != null;

    private static final String EVENT = "/v1/municipalities/743/events/" + Facts.EVENT;
    private static final String PAGE = "/m/743/events/" + Facts.EVENT + "/door";
    private static final String ALL_SENT = "kaikki merkinnät on lähetetty";
    private static final String NAMES =
            "Object.values(localStorage).some(value => value.includes('Esimerkki'))";

    private final StubService events = service(Backend.EVENTS);
    private FakeDoor door = new FakeDoor(events);
    private @Nullable BrowserContext context;

    @BeforeEach
    void announceTheEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        events.on("GET " + EVENT, Reply.json(200, Facts.event()));
        door = new FakeDoor(events);
    }

    @AfterAll
    static void removeTheCable() throws IOException {
        CABLE.close();
    }

    @AfterEach
    void close() {
        CABLE.mend();
        if (context != null) {
            context.close();
        }
    }

    @Test
    void checksInWithoutANetworkAndTellsEachNoteOnceWhenItIsBack() {
        Page page = openKept();
        goOffline();

        row(page, "Aino").locator(".arrive button").click();
        page.locator("#find").fill("2");
        page.locator("#find").press("Enter");
        page.locator(".counters [value=resident]").click();
        await(page, ".state", "Ei verkkoa: 3 merkintää odottaa tässä puhelimessa.");
        page.reload();

        await(page, ".state", "Ei verkkoa: 3 merkintää odottaa tässä puhelimessa.");
        assertThat(row(page, "Aino").textContent()).contains("odottaa lähettämistä");
        assertThat(row(page, "Cecilia").textContent()).doesNotContain("Tuli klo");
        assertThat(door.received()).isEmpty();

        door.loseAnswers(1);
        door.arrivedElsewhere(3, 1);
        comeBack();
        await(page, ".state", ALL_SENT);

        assertThat(new HashSet<>(door.received())).hasSize(3);
        assertThat(door.received()).as("sent again, as the answer was lost").hasSize(6);
        assertThat(door.notes())
                .satisfiesExactly(
                        note -> assertThat(note.get("number").asLong()).isEqualTo(1),
                        note -> assertThat(note.get("number").asLong()).isEqualTo(2),
                        note -> assertThat(note.get("category").asString()).isEqualTo("resident"));
        assertThat(row(page, "Cecilia").textContent()).contains("Tuli klo 17.02");
        assertThat(row(page, "Aino").textContent()).doesNotContain("odottaa");
        assertThat(page.locator("[data-figure=people]").textContent()).isEqualTo("4");
    }

    @Test
    void takesBackWhatWasNotedWithoutANetwork() {
        Page page = openKept();
        goOffline();
        row(page, "Aino").locator(".arrive button").click();
        page.locator(".counters [value=staff]").click();

        row(page, "Aino").locator(".back").click();
        page.locator("#door-latest .back:visible").first().click();
        await(page, ".state", "4 merkintää odottaa");
        comeBack();
        await(page, ".state", ALL_SENT);

        List<String> ids = door.received();
        assertThat(door.notes().stream().filter(note -> note.has("takesBack")))
                .extracting(note -> note.get("takesBack").asString())
                .containsExactly(ids.get(0), ids.get(1));
        assertThat(row(page, "Aino").locator(".back").isVisible()).isFalse();
    }

    @Test
    void takesBackThroughTheServiceWhatAnotherDeviceNoted() {
        door.arrivedElsewhere(1, 1);
        events.on("DELETE " + FakeDoor.DOOR + "/arrivals/1", Reply.with(204, "text/plain", ""));
        Page page = openKept();

        row(page, "Aino").locator(".back").click();
        await(page, "#door-said", "otettiin takaisin");
        goOffline();
        row(page, "Aino").locator(".back").click();

        await(page, "#door-said", "Tähän tarvitaan verkko.");
    }

    @Test
    void keepsNotesWhenTheLoginIsOverAndAsksForIt() {
        Page page = openKept();
        List<Cookie> cookies = context().cookies();
        context().clearCookies();
        events.on(FakeDoor.NOTES, Reply.problem(401, "unauthenticated"));
        row(page, "Aino").locator(".arrive button").click();

        await(page, ".state", "Kirjautumisesi on päättynyt: 1 merkintä odottaa");
        assertThat(page.locator(".sign-in").getAttribute("href")).startsWith("/login?to=" + PAGE);

        door = new FakeDoor(events);
        context().addCookies(cookies);
        page.locator(".try").click();
        await(page, ".state", ALL_SENT);
        assertThat(door.notes()).hasSize(1);
    }

    @Test
    void tellsAHundredNotesAtATime() {
        Page page = openKept();
        goOffline();
        page.evaluate(
                "for (let i = 0; i < 105; i++) "
                        + "document.querySelector('.counters [value=other]').click()");
        await(page, ".state", "105 merkintää odottaa");
        comeBack();
        await(page, ".state", ALL_SENT);

        assertThat(door.notes()).hasSize(105);
        assertThat(events.asked().stream().filter(DoorInABrowserIntegrationTests::isNotes))
                .extracting(asked -> asked.body().split("\"id\"", -1).length - 1)
                .containsExactly(100, 5);
    }

    @Test
    void letsNoNoteThatCannotBeReadKeepOthersBack() {
        Page page = openKept();
        events.on(
                FakeDoor.NOTES,
                exchange -> {
                    String body = lastNotes().body();
                    (body.contains("\"broken\"")
                                    ? Reply.problem(422, "invalid")
                                    : Reply.json(
                                            200,
                                            "{\"results\":[{\"id\":\"%s\",\"result\":\"counted\"}]}"
                                                    .formatted(id(body))))
                            .answer(exchange);
                });
        goOffline();
        page.locator(".counters [value=staff]").click();
        page.evaluate(
                """
                ([page]) => localStorage.setItem("door " + page + " note broken-1",
                  '{"body":{"id":"broken-1","at":"2026-01-01T00:00:00Z","category":"broken"}}')
                """,
                List.of(PAGE));
        page.reload();
        await(page, ".state", "2 merkintää odottaa");
        comeBack();
        await(page, ".state", ALL_SENT);

        assertThat(page.locator("#door-latest li").allTextContents())
                .anyMatch(text -> text.contains("ei laskettu"))
                .anyMatch(text -> text.contains("lähetetty"));
    }

    @Test
    void closesTheDoorOnTheDeviceAndLeavesNothingBehind() {
        Page page = openKept();
        assertThat(page.evaluate(NAMES)).isEqualTo(true);
        goOffline();
        row(page, "Aino").locator(".arrive button").click();
        page.locator("#door-close summary").click();
        assertThat(page.locator(".shut").isEnabled()).isFalse();
        assertThat(page.locator(".lose").isVisible()).isTrue();

        comeBack();
        await(page, ".state", ALL_SENT);
        page.locator(".shut").click();
        page.waitForSelector("#door-closed:not([hidden])");

        assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
        assertThat(page.evaluate("caches.keys().then(names => names.length)")).isEqualTo(0);
        assertThat(
                        page.evaluate(
                                "navigator.serviceWorker.getRegistrations().then(all =>"
                                        + " all.length)"))
                .isEqualTo(0);
        assertThat(page.content()).doesNotContain("Esimerkki");
    }

    @Test
    void forgetsNamesWhenTheEventIsOverAndKeepsWhatWaits() {
        Page page = openKept();
        goOffline();
        row(page, "Aino").locator(".arrive button").click();
        await(page, ".state", "1 merkintä odottaa");

        page.clock().setFixedTime("2099-09-23T19:00:01Z");
        page.reload();
        await(page, ".state", "1 merkintä odottaa");
        await(page, "#door-more", "nimet on poistettu");

        assertThat(page.evaluate(NAMES)).isEqualTo(false);
        assertThat(page.content()).doesNotContain("Esimerkki");
        assertThat(page.evaluate("caches.keys().then(names => names.length)")).isEqualTo(0);
    }

    @Test
    void forgetsNamesWithTheNextPageWhenTheEventWasOverMeanwhile() {
        Page page = openKept();
        page.navigate("about:blank");
        page.clock().setFixedTime("2099-09-23T19:00:01Z");

        page.navigate(CABLE.origin() + "/m/743/events/" + Facts.EVENT);
        page.waitForFunction("caches.keys().then(names => names.length === 0)");

        assertThat(page.evaluate(NAMES)).isEqualTo(false);
    }

    @Test
    void readsTicketsWithTheCamera() {
        context = signedIn(PHONE);
        context.addInitScript(
                """
                window.BarcodeDetector = class {
                  async detect(video) {
                    return window.shown && video.videoWidth > 0 ? [{ rawValue: window.shown }] : [];
                  }
                };
                """);
        Page page = context.newPage();
        page.navigate(address("fi"));
        await(page, ".state", ALL_SENT);

        page.locator(".scan").click();
        page.evaluate("ticket => { window.shown = ticket; }", FakeDoor.ticket(2));
        await(page, "#door-said", "Björn Exempel (2): merkitty.");
        await(page, ".state", ALL_SENT);
        page.evaluate("() => { window.shown = 'somebody-elses-ticket'; }");
        await(page, "#door-said", "ei ole paikkaa");

        assertThat(page.locator("#door-camera").isVisible()).isTrue();
        assertThat(door.notes().getFirst().get("ticket").asString()).isEqualTo(FakeDoor.ticket(2));
        assertThat(page.evaluate("JSON.stringify(Object.values(localStorage))").toString())
                .doesNotContain(FakeDoor.ticket(2));
    }

    @Test
    void savesTheHeadCountOverWhatWasCountedBeforeAlsoInAPageThatWasKept() {
        events.on(
                "GET " + FakeDoor.DOOR,
                Reply.json(
                                200,
                                """
                                {"expected":8,"people":20,"registered":0,"walkedIn":0,
                                 "categories":{"staff":20},"counted":{"staff":20}}
                                """)
                        .and("ETag", "\"3\""));
        events.on(
                "PUT " + FakeDoor.DOOR + "/head-count",
                Reply.json(200, "{\"expected\":8,\"people\":29}").and("ETag", "\"4\""));
        Page page = openKept();
        goOffline();
        page.reload();
        await(page, ".state", "Ei verkkoa");
        page.locator("#door-open details summary").first().click();
        page.locator("#count-resident").fill("9");
        page.locator("#count-resident").press("Enter");
        await(page, "#door-said", "Tähän tarvitaan verkko.");

        comeBack();
        await(page, ".state", ALL_SENT);
        page.locator("#count-resident").press("Enter");
        await(page, "#door-said", "Laskenta on tallennettu.");

        assertThat(events.asked())
                .filteredOn(asked -> asked.method().equals("PUT"))
                .singleElement()
                .satisfies(
                        asked -> {
                            assertThat(asked.header("If-Match")).containsExactly("\"3\"");
                            assertThat(asked.body()).contains("\"staff\":20", "\"resident\":9");
                        });
    }

    @Test
    void givesSeatsOnceAndCountsNobodyByTheEnterKey() {
        events.on(
                "POST " + FakeDoor.DOOR + "/walk-ins",
                Reply.json(200, "{\"id\":\"x\",\"result\":\"arrived\",\"number\":81}"));
        Page page = openKept();
        page.locator("#people").fill("2");
        page.locator("#people").press("Enter");
        page.locator("[name=seated]").check();
        page.locator(".counters [value=association]").click();
        await(page, "#door-said", "numerolle 81");

        assertThat(door.received()).isEmpty();
        assertThat(events.asked())
                .filteredOn(asked -> asked.path().endsWith("/walk-ins"))
                .singleElement()
                .satisfies(
                        asked -> {
                            assertThat(asked.body()).contains("\"people\":2", "\"seated\":true");
                            assertThat(asked.header("Idempotency-Key").getFirst()).hasSize(32);
                            assertThat(asked.header("Authorization")).hasSize(1);
                        });
    }

    @Test
    void checksInWithKeysAlone() {
        Page page = openKept();
        page.locator("#find").focus();
        page.keyboard().type("nayte");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        await(page, ".state", ALL_SENT);

        assertThat(page.locator("#door-list li")).extracting(Locator::count).isEqualTo(1);
        assertThat(door.notes().getFirst().get("people").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv"})
    void keepsNobodyOutAndIsNotTooWide(String language) {
        door.arrivedElsewhere(4, 3);
        door.arrivedElsewhere(1, 1);
        context = signedIn(PHONE);
        Page page = context.newPage();
        page.navigate(address(language));
        page.waitForSelector("#door-kept:not(:empty)");
        goOffline();
        row(page, "Cecilia").locator(".arrive button").click();
        page.locator(".counters [value=resident]").click();
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");

        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId)
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
        picture(page, "door-" + language);
    }

    @Test
    void listsAndNotesWithoutScripts() {
        context =
                CHROMIUM.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(PHONE, HEIGHT)
                                        .setJavaScriptEnabled(false));
        context.addCookies(List.of(session()));
        Page page = context.newPage();
        page.navigate(address("fi"));

        page.locator(".by-forms li", new Page.LocatorOptions().setHasText("Daavid"))
                .locator("button")
                .click();

        assertThat(page.locator("#door-said").textContent()).contains("4: tullut.");
        assertThat(door.notes().getFirst().get("people").asInt()).isEqualTo(4);
        picture(page, "door-plain");
    }

    private Page openKept() {
        context = signedIn(PHONE);
        Page page = context.newPage();
        page.navigate(address("fi"));
        await(page, ".state", ALL_SENT);
        await(page, "#door-kept", "Sivu aukeaa tässä laitteessa myös ilman verkkoa.");
        return page;
    }

    private static BrowserContext signedIn(int width) {
        BrowserContext context =
                CHROMIUM.browser()
                        .newContext(new Browser.NewContextOptions().setViewportSize(width, HEIGHT));
        context.addCookies(List.of(session()));
        return context;
    }

    private static Cookie session() {
        var login = browser();
        login.logIn(identityProvider(), "/login");
        return new Cookie("PORTALSESSION", login.cookie("PORTALSESSION").orElseThrow())
                .setUrl(origin());
    }

    private void goOffline() {
        CABLE.cut();
        context().setOffline(true);
    }

    private void comeBack() {
        CABLE.mend();
        context().setOffline(false);
    }

    private BrowserContext context() {
        return Objects.requireNonNull(context);
    }

    private static Locator row(Page page, String name) {
        return page.locator("#door-list li", new Page.LocatorOptions().setHasText(name));
    }

    private static void await(Page page, String selector, String text) {
        page.locator(selector, new Page.LocatorOptions().setHasText(text)).waitFor();
    }

    private Asked lastNotes() {
        return events.asked().reversed().stream()
                .filter(DoorInABrowserIntegrationTests::isNotes)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isNotes(Asked asked) {
        return FakeDoor.NOTES.equals(asked.method() + " " + asked.path());
    }

    private static String id(String body) {
        return body.replaceFirst(".*?\"id\":\"([^\"]+)\".*", "$1");
    }

    private static String address(String language) {
        return CABLE.origin() + PAGE + "?lang=" + language;
    }

    private static void picture(Page page, String name) {
        if (PICTURES) {
            for (int width : new int[] {PHONE, DESK}) {
                page.setViewportSize(width, HEIGHT);
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of("target", "pages", name + "-" + width + ".png")));
            }
        }
    }
}
