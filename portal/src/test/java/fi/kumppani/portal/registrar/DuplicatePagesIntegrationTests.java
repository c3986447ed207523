package fi.kumppani.portal.registrar;

import static fi.kumppani.portal.registrar.FakeRegistry.A1;
import static fi.kumppani.portal.registrar.FakeRegistry.DUPLICATES;
import static fi.kumppani.portal.registrar.FakeRegistry.M;
import static fi.kumppani.portal.registrar.FakeRegistry.PAGE;
import static fi.kumppani.portal.testing.Forms.alert;
import static fi.kumppani.portal.testing.Forms.button;
import static fi.kumppani.portal.testing.Forms.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Coordinators compare associations that look like the same one. */
class DuplicatePagesIntegrationTests extends PortalUnderTest {

    private static final String HERE = PAGE + "/duplicates";
    private static final String APART = HERE + "/apart";
    private static final String ONE = PAGE + "/associations/a1";

    private final Browser browser = browser();
    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void haveARegistry() {
        FakeRegistry.holds(registry);
        identityProvider().rolesAre("coordinator");
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void showsThemSideBySideWithTheGrounds() {
        Document html = browser.open(HERE).html();

        assertThat(html.select(".rows h3 a").eachAttr("href"))
                .containsExactly(ONE, PAGE + "/associations/a2");
        assertThat(html.select(".rows > li > .facts strong").eachText())
                .containsExactly("Sama nimi", "Sama osoite kunnan postia varten");
        assertThat(text(html)).contains("Tarkistamatta", "Y-tunnus 1633241-3", "178462");
        assertThat(html.select(".halves p > a").eachAttr("href"))
                .containsExactly(
                        ONE + "?same=a2#duplicate", PAGE + "/associations/a2?same=a1#duplicate");
        assertThat(html.select(".places [aria-current]").attr("href")).isEqualTo(HERE);
        assertThat(browser.open(PAGE).html().select(".places a").eachAttr("href")).contains(HERE);
    }

    @Test
    void saysSoWhenThereAreNoneAndWhenTheRegistryIsAway() {
        registry.on("GET " + DUPLICATES, FakeRegistry.list());
        assertThat(text(browser.open(HERE).html())).contains("eivät näytä samalta");
        registry.on(
                "GET " + DUPLICATES,
                Reply.json(
                        200,
                        "{\"items\":[%s],\"next\":\"on\"}"
                                .formatted(FakeRegistry.pair("\"grounds\":[\"unheard-of\"]"))));
        Document more = browser.open(HERE + "?from=abc").html();
        assertThat(registry.last().query()).isEqualTo("limit=20&cursor=abc");
        assertThat(more.select("a[href$='from=on']")).hasSize(1);
        assertThat(text(more)).doesNotContain("unheard-of");
        registry.on("GET " + DUPLICATES, Reply.problem(503, "away"));
        Page away = browser.open(HERE);
        assertThat(away.status()).isEqualTo(503);
        assertThat(text(away.html())).contains("ei juuri nyt saada");
    }

    @Test
    void keepsThatTwoAreNotTheSameAndTakesItBack() {
        Page apart = browser.submit(HERE, button(browser.open(HERE).html(), "/duplicates"));

        assertThat(apart.location().toString()).endsWith(HERE + "?done=apart");
        assertThat(registry.last("PUT").path()).isEqualTo(A1 + "/distinctions/a2");
        assertThat(text(browser.open(HERE + "?done=apart").html()))
                .contains("merkitty eri yhdistyksiksi");
        Document settled = browser.open(APART).html();
        assertThat(text(settled)).contains("Merkitty eri yhdistyksiksi ma 2.2.2026");
        Page back = browser.submit(APART, button(settled, "/apart"));
        assertThat(back.location().toString()).endsWith(APART + "?done=back");
        assertThat(registry.last("DELETE").path()).isEqualTo(A1 + "/distinctions/a2");
        registry.on("GET " + M + "/distinctions", FakeRegistry.list());
        assertThat(text(browser.open(APART + "?done=back").html()))
                .contains("Merkintä on peruttu", "ei ole merkitty eri yhdistyksiksi");
    }

    @Test
    void saysWhenItCannotBeKept() {
        Map<String, String> form = button(browser.open(HERE).html(), "/duplicates");
        registry.on("PUT " + A1 + "/distinctions/a2", exchange -> exchange.close());

        Page away = browser.submit(HERE, form);

        assertThat(away.status()).isEqualTo(503);
        assertThat(alert(away)).contains("ei juuri nyt vastaa");
        registry.on("PUT " + A1 + "/distinctions/a2", Reply.problem(404, "not-found"));
        assertThat(browser.submit(HERE, form).status()).isEqualTo(404);
    }

    @Test
    void dissolvesOneAsTheDuplicateOfTheOtherOnPurpose() {
        Document html = browser.open(ONE + "?same=a2").html();
        assertThat(html.select("#duplicate ~ p a").attr("href"))
                .isEqualTo(PAGE + "/associations/a2");
        Map<String, String> form = button(html, "/dissolution");

        Page unsure = browser.submit(ONE + "/dissolution", form);

        assertThat(unsure.status()).isEqualTo(422);
        assertThat(alert(unsure)).contains("Vahvista rastilla");
        assertThat(button(unsure.html(), "/dissolution")).containsEntry("duplicateOf", "a2");
        form.put("sure", "true");
        Page dissolved = browser.submit(ONE + "/dissolution", form);
        assertThat(dissolved.location().toString()).endsWith("?done=dissolution");
        Asked sent = registry.last("PUT");
        assertThat(sent.body()).isEqualTo("{\"duplicateOf\":\"a2\"}");
        assertThat(sent.header("If-Match")).containsExactly("\"3\"");
        registry.on(
                "PUT " + A1 + "/dissolution",
                Reply.problem(409, "{\"reason\":\"no-such-original\"}"));
        assertThat(alert(browser.submit(ONE + "/dissolution", form))).contains("itse purettu");
        registry.on(
                "GET " + A1,
                FakeRegistry.versioned(
                        FakeRegistry.association("a1", "dissolved")
                                .replaceFirst("\\{", "{\"duplicateOf\":\"a2\",")));
        Document after = browser.open(ONE).html();
        assertThat(text(after)).contains("sama yhdistys kuin Kylien <i> liitto a2");
        assertThat(after.select("main form")).isEmpty();
    }

    @Test
    void showsNothingOfADuplicateWhereThereIsNone() {
        for (String same : new String[] {"", "a1", "a9"}) {
            Document html = browser.open(ONE + "?same=" + same).html();
            assertThat(html.select("#duplicate")).isEmpty();
            assertThat(button(html, "/dissolution")).doesNotContainKey("duplicateOf");
        }
    }

    @Test
    void asksOnceMoreBeforeItRegistersWhatIsCalledAlike() {
        registry.on("GET " + DUPLICATES + "/of-name", alike("a1"));
        Map<String, String> form = button(browser.open(PAGE + "/new").html(), "/new");
        form.put("name.fi", "Kylien liitto & muut ry");
        form.put("form", "other");

        Page asked = browser.submit(PAGE + "/new", form);

        assertThat(asked.status()).isEqualTo(422);
        assertThat(registry.last().query())
                .isEqualTo("fi=Kylien%20liitto%20%26%20muut%20ry&sv=&en=");
        assertThat(asked.html().select("[role=alert] a").eachAttr("href")).containsExactly(ONE);
        assertThat(asked.html().select("[name=name.fi]").val())
                .isEqualTo("Kylien liitto & muut ry");
        assertThat(registry.asked()).noneMatch(each -> each.method().equals("POST"));
        Map<String, String> again = button(asked.html(), "/new");
        again.put("form", "other");
        assertThat(again).containsEntry("key", form.get("key")).containsEntry("seen", "a1");
        registry.on("GET " + DUPLICATES + "/of-name", alike("a2"));
        assertThat(browser.submit(PAGE + "/new", again).status())
                .as("another one has come meanwhile")
                .isEqualTo(422);
        registry.on("GET " + DUPLICATES + "/of-name", alike("a1"));
        assertThat(browser.submit(PAGE + "/new", again).location().toString())
                .endsWith("?done=registered");
    }

    @Test
    void registersWithoutAskingWhenItCannotBeTold() {
        registry.on("GET " + DUPLICATES + "/of-name", Reply.problem(503, "away"));
        Map<String, String> form = button(browser.open(PAGE + "/new").html(), "/new");
        form.put("name.sv", "Byarna");
        form.put("form", "other");

        assertThat(browser.submit(PAGE + "/new", form).location().toString())
                .endsWith("?done=registered");
    }

    private static Reply alike(String id) {
        return FakeRegistry.list(
                "{\"association\":%s,\"ground\":\"similar-name\"}"
                        .formatted(FakeRegistry.association(id, "verified")));
    }
}
