package fi.kumppani.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

import fi.kumppani.kit.testing.Chromium;
import fi.kumppani.portal.testing.PageLook;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.PublicPages;
import fi.kumppani.portal.testing.SentForms;
import fi.kumppani.portal.testing.SentForms.Sent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Every page that is there for everybody, in the eyes of axe: in each language, on a phone and at a
 * desk. The accessibility statement says so.
 */
class PublicPagesInABrowserIntegrationTests extends PortalUnderTest {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    /** What the pages are answered with that tell of something that went wrong. */
    private static final Map<String, Integer> STATUS = Map.of("problem", 404, "login-failed", 401);

    private static final String SEND =
            """
            ([to, fields]) => {
              const form = document.createElement('form');
              form.method = 'post';
              form.action = to;
              Object.entries(fields).forEach(([name, value]) => {
                const field = document.createElement('input');
                field.name = name;
                field.value = value;
                form.append(field);
              });
              document.body.append(form);
              form.submit();
            }
            """;

    private @Nullable BrowserContext context;

    @BeforeEach
    void announce() {
        SentForms.announce();
    }

    @AfterEach
    void close() {
        if (context != null) {
            context.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void keepsNobodyOutOfWhatEverybodyMayOpen(String language) {
        PublicPages.announce();
        assertThat(looked(PublicPages.PATHS, language)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void keepsNobodyOutOfWhatLinksInMailsLeadTo(String language) {
        Map<String, String> paths = new HashMap<>(SentForms.BY_LINK);
        paths.put("login-failed", "/login/failed");
        assertThat(looked(paths, language)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void keepsNobodyOutOfWhatComesOfAForm(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        SentForms.ALL.forEach(sent -> faults.addAll(looked(page, sent, language)));

        String frame = "/m/743/embed/letters";
        String token = browser().open(frame).html().select("[name=token]").val();
        faults.addAll(
                looked(
                        page,
                        new Sent(
                                "embedded-asked",
                                frame,
                                Map.of("token", token, "list", "list-1", "email", "a@example.org"),
                                200,
                                "#asked-embedded",
                                SentForms::takeSubscriptions),
                        language));

        assertThat(faults).isEmpty();
    }

    @Test
    void hearsOfAFaultThatIsThere() {
        Page page = open();
        page.navigate(address("/m/743/privacy", "fi"));
        page.evaluate("document.querySelector('main').append(document.createElement('input'))");

        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId)
                .contains("label");
    }

    private List<String> looked(Map<String, String> paths, String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        paths.forEach(
                (name, path) -> {
                    Response opened = page.navigate(address(path, language));
                    assertThat(Objects.requireNonNull(opened).status())
                            .as(name)
                            .isEqualTo(STATUS.getOrDefault(name, 200));
                    faults.addAll(PageLook.at(page, name, language, new AxeBuilder(page)));
                });
        return faults;
    }

    private static List<String> looked(Page page, Sent sent, String language) {
        sent.told().run();
        page.navigate(address("/m/743/privacy", language));
        Response answer =
                page.waitForResponse(
                        response -> response.request().isNavigationRequest(),
                        () ->
                                page.evaluate(
                                        SEND,
                                        List.of(address(sent.path(), language), sent.fields())));
        assertThat(answer.status()).as(sent.name()).isEqualTo(sent.status());
        page.waitForSelector(sent.shows());
        page.waitForLoadState();
        return PageLook.at(page, sent.name(), language, new AxeBuilder(page));
    }

    private Page open() {
        context =
                CHROMIUM.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setViewportSize(PageLook.PHONE, PageLook.HEIGHT));
        return context.newPage();
    }

    private static String address(String path, String language) {
        return origin() + path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }
}
