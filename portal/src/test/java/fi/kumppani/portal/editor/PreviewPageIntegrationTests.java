package fi.kumppani.portal.editor;

import static fi.kumppani.portal.editor.FakeLetters.DRAFT;
import static fi.kumppani.portal.editor.FakeLetters.PAGE;
import static fi.kumppani.portal.editor.FakeLetters.fields;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Seeing an issue as its readers do. */
class PreviewPageIntegrationTests extends PortalUnderTest {

    private static final String PREVIEW = PAGE + "/preview";
    private static final String TEST = DRAFT + "/test-letters";

    private final Browser browser = browser();
    private final StubService newsletter = service(Backend.NEWSLETTER);

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeLetters.draft(newsletter);
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void showsTheLetterInAFrameThatCanDoNothing() {
        Page page = browser.open(PREVIEW + "?in=sv");

        assertThat(asked("GET", DRAFT + "/preview").header("Accept-Language"))
                .containsExactly("sv");
        assertThat(page.html().select("iframe").attr("src")).isEqualTo(PREVIEW + "/sv");
        assertThat(page.html().select("iframe").attr("sandbox")).isEmpty();
        assertThat(page.html().select("iframe").hasAttr("sandbox")).isTrue();
        assertThat(page.html().select("pre").attr("lang")).isEqualTo("sv");
        assertThat(page.html().select("pre").text()).contains("====");
        assertThat(page.header("Content-Security-Policy"))
                .contains("frame-src 'self'", "frame-ancestors 'none'");

        Page letter = browser.open(PREVIEW + "/sv");
        assertThat(letter.header("Content-Type")).startsWith("text/html");
        assertThat(letter.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'self'", "sandbox")
                .doesNotContain("script-src", "allow-");
        assertThat(letter.headers("X-Frame-Options")).isEmpty();
        assertThat(letter.body()).contains("Kahvit <i>alkaen</i>");
        assertThat(browser.open(PREVIEW + "/de").status()).isEqualTo(404);
        assertThat(browser.open(PAGE).header("Content-Security-Policy"))
                .contains("frame-src 'none'");
    }

    @Test
    void sendsATestLetterToOneAddressAndTellsWhatIsWrongWithIt() {
        newsletter.on("POST " + TEST, Reply.json(202, "{\"status\":\"sent\"}"));
        Map<String, String> form =
                fields(browser.open(PREVIEW + "?in=en").html().select("main form").getFirst());
        assertThat(form).containsEntry("language", "en");
        form.put("email", " maija@example.org ");

        Page sent = browser.submit(PREVIEW, form);

        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.location().getQuery()).isEqualTo("done=tried&in=en");
        assertThat(asked("POST", TEST).body())
                .isEqualTo("{\"email\":\"maija@example.org\",\"language\":\"en\"}");
        assertThat(browser.open(PREVIEW + "?done=tried").html().select("[role=status]").text())
                .contains("Koekirje on lähetetty");

        newsletter.on(
                "POST " + TEST,
                Reply.problem(422, "{\"errors\":[{\"field\":\"email\",\"code\":\"email\"}]}"));
        Page wrong = browser.submit(PREVIEW, form);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("#email").val()).isEqualTo("maija@example.org");
        newsletter.on("POST " + TEST, Reply.problem(409, "{\"reason\":\"not-taken\"}"));
        assertThat(browser.submit(PREVIEW, form).html().select("[role=alert]").text())
                .contains("ei ottanut kirjettä vastaan");
        newsletter.on("POST " + TEST, exchange -> exchange.close());
        assertThat(browser.submit(PREVIEW, form).status()).isEqualTo(503);
    }

    private Asked asked(String method, String path) {
        return newsletter.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
