package fi.kumppani.portal.registrar;

import static fi.kumppani.portal.registrar.FakeRegistry.M;
import static fi.kumppani.portal.testing.Forms.alert;
import static fi.kumppani.portal.testing.Forms.button;
import static fi.kumppani.portal.testing.Forms.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Forms;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Coordinators import associations from a file: tried first, then for real. */
class ImportPageIntegrationTests extends PortalUnderTest {

    static final String TABLE =
            """
            key;name.fi;form;businessId;active
            1;Kylät <i> ry;other;;
            2;Väärä ry;other;1633241-4;
            3;Vanha ry;other;;
            4;Outo ry;other;;ehkä
            """;

    static final String TRIED =
            """
            {"importable":1,"unchanged":1,"refused":1,"rows":[
              {"key":"1","result":"importable"},
              {"key":"2","result":"refused",
               "errors":[{"field":"businessId","code":"wrong-check-digit","message":"x"}]},
              {"key":"3","result":"unchanged"}]}
            """;

    private static final String HERE = FakeRegistry.PAGE + "/import";
    private static final String REAL = M + "/association-imports";

    private final Browser browser = browser();
    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void haveARegistry() {
        FakeRegistry.holds(registry);
        registry.on("POST " + REAL + "/trials", Reply.json(200, TRIED));
        registry.on("POST " + REAL, Reply.json(200, TRIED.replace("importable", "imported")));
        identityProvider().rolesAre("coordinator");
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void offersTheColumnsAsAFile() {
        Page template = browser.open(HERE + "/template.csv");

        assertThat(template.header("Content-Disposition")).contains("associations.csv");
        assertThat(template.header("Content-Type")).startsWith("text/csv");
        assertThat(template.body())
                .isEqualTo("\ufeff" + String.join(";", ImportFile.COLUMNS) + "\r\n");
    }

    @Test
    void tellsOfEachRowWhatWouldBecomeOfItAndThenImports() {
        Page tried = upload(TABLE);

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.html().select("main i")).isEmpty();
        assertThat(tried.html().select("tbody tr").eachText())
                .containsExactly(
                        "2 Kylät <i> ry Uusi",
                        "3 Väärä ry Jää pois Y-tunnuksessa on kirjoitusvirhe: viimeinen numero ei"
                                + " sovi muihin",
                        "4 Vanha ry Ennestään sama",
                        "5 Outo ry Jää pois Sarakkeessa active on kyllä tai ei");
        assertThat(tried.html().select(".figures dd").eachText()).containsExactly("1", "1", "2");
        assertThat(posted()).hasSize(1);
        assertThat(posted().getFirst().path()).endsWith("/trials");
        assertThat(posted().getFirst().body())
                .contains("\"key\":\"1\"", "\"businessId\":\"1633241-4\"")
                .doesNotContain("Outo");

        Page done = browser.submit(HERE + "/rows", button(tried.html(), "/rows"));

        assertThat(done.location().toString()).endsWith(HERE + "?done=1-1-2");
        assertThat(posted().getLast().path()).isEqualTo(REAL);
        assertThat(posted().getLast().body()).isEqualTo(posted().getFirst().body());
        assertThat(text(browser.open(HERE + "?done=1-1-2").html())).contains("Tuotu 1 yhdistystä");
        assertThat(browser.open(HERE + "?done=%3Ci%3E").html().select("[role=status]")).isEmpty();
    }

    @Test
    void sendsManyRowsInSeveralRequests() {
        String row = "{\"result\":\"importable\"}";
        registry.on(
                "POST " + REAL + "/trials",
                Reply.json(
                        200,
                        "{\"rows\":[" + String.join(",", Collections.nCopies(100, row)) + "]}"));

        Page tried = upload("name.fi;form\n" + "A;other\n".repeat(250));

        assertThat(tried.html().select("tbody tr")).hasSize(250);
        assertThat(posted()).hasSize(3);
    }

    @Test
    void keepsTheFileWhenTheRegistryGoesAway() {
        registry.on("POST " + REAL + "/trials", exchange -> exchange.close());
        Page away = upload(TABLE);
        assertThat(away.status()).isEqualTo(503);
        assertThat(alert(away)).contains("ei juuri nyt vastaa");
        registry.on("POST " + REAL + "/trials", Reply.json(200, TRIED));
        Map<String, String> again = again(away);
        Page tried = browser.submit(HERE, again);
        assertThat(tried.html().select("tbody tr")).hasSize(4);
        registry.on("POST " + REAL, exchange -> exchange.close());

        Page unfinished = browser.submit(HERE + "/rows", button(tried.html(), "/rows"));

        assertThat(unfinished.status()).isEqualTo(503);
        assertThat(alert(unfinished)).contains("kesken tuonnin");
        registry.on("POST " + REAL, Reply.json(200, TRIED.replace("importable", "imported")));
        Page done = browser.submit(HERE + "/rows", button(unfinished.html(), "/rows"));
        assertThat(done.location().toString()).endsWith("?done=1-1-2");
    }

    @Test
    void saysWhatIsWrongWithTheFile() {
        Page refused = upload("a;b\n1;2\n");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("[role=alert] a").attr("href")).isEqualTo("#file");
        assertThat(alert(refused)).contains("sarakkeiden nimet");
        assertThat(posted()).isEmpty();
        assertThat(browser.submit(HERE + "/rows", token("rows", "???")).status()).isEqualTo(422);
    }

    private Map<String, String> again(Page page) {
        return button(page.html(), "/import");
    }

    private Map<String, String> token(String field, String value) {
        Map<String, String> form = button(browser.open(HERE).html(), "/import");
        form.put(field, value);
        return form;
    }

    private Page upload(String table) {
        Map<String, String> form = button(browser.open(HERE).html(), "/import");
        form.remove("file");
        return Forms.upload(browser, HERE, form, "t.csv", table);
    }

    private List<Asked> posted() {
        return registry.asked().stream().filter(asked -> asked.method().equals("POST")).toList();
    }
}
