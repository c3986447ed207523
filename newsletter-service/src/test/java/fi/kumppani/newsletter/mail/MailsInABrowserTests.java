package fi.kumppani.newsletter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

import fi.kumppani.kit.testing.Chromium;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.LocalizedText.Told;
import fi.kumppani.newsletter.letter.Block;
import fi.kumppani.newsletter.letter.Block.Detail;
import fi.kumppani.newsletter.letter.Brand;
import fi.kumppani.newsletter.letter.Content;
import fi.kumppani.newsletter.letter.Layout;
import fi.kumppani.newsletter.letter.Letters;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** What is mailed as its readers meet it, and in the eyes of axe. */
class MailsInABrowserTests {

    @RegisterExtension static final Chromium CHROMIUM = new Chromium();

    private static final int NARROW = 320;
    private static final URI LOGO = URI.create("https://seinajoki.example.org/tunnus.png");
    private static final URI PICTURE = URI.create("https://seinajoki.example.org/talo.jpg");
    private static final URI TARGET = URI.create("https://seinajoki.example.org/lue");

    private final MailContents contents = new MailContents(new MailTemplatesInMemory());
    private Page page;

    @BeforeEach
    void open() {
        page =
                CHROMIUM.browser()
                        .newPage(
                                new Browser.NewPageOptions()
                                        .setViewportSize(NARROW, 800)
                                        .setOffline(true));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void everyMailCanBeReadByEverybodyInEveryLanguage(MailKind kind) {
        Facts facts = new Facts(Map.of("title", "Seurafoorumi & <kahvit>"));
        for (Language language : Language.values()) {
            show(contents.of(kind, MailContentsTests.recipient(language, facts), Letters.sender()));

            assertThat(page.locator("img").count()).as("pictures").isZero();
            isPlain(language);
        }
        isAccessible();
    }

    @Test
    void aLetterWithAllItsPartsCanBeReadAndLoadsOnlyItsPictures() {
        Brand brand =
                new Brand(
                        "#1f5f5b", new Brand.Logo(LOGO, LocalizedText.finnish("Seinäjoen tunnus")));
        show(
                new Content(
                        Language.FI,
                        "Järjestökirje 2/2024",
                        List.of(
                                new Block.Title(new Told("Järjestökirje 2/2024", Language.FI)),
                                new Block.Heading(new Told("Kumppanuuspöytä", Language.FI)),
                                new Block.Picture(PICTURE, new Told("Järjestötalo", Language.FI)),
                                new Block.Paragraph(new Told("Välkommen!", Language.SV)),
                                new Block.Details(
                                        List.of(
                                                new Detail(
                                                        "Paikka",
                                                        new Told("Valtuustosali", Language.FI)))),
                                new Block.Action("Lue lisää: Kumppanuuspöytä", TARGET),
                                new Block.Footnote("Lähettäjä on Seinäjoki."),
                                new Block.Link("Peru tilaus", TARGET)),
                        brand));

        assertThat(page.locator("img").all())
                .extracting(image -> image.getAttribute("src"))
                .containsExactlyInAnyOrder(LOGO.toString(), PICTURE.toString());
        isPlain(Language.FI);
        isAccessible();
    }

    private void show(Content content) {
        page.setContent(Layout.html(content));
    }

    private void isAccessible() {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(Rule::getId)
                .isEmpty();
    }

    private void isPlain(Language language) {
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.code());
        assertThat(page.locator("style, link, script, iframe, form, object").count())
                .as("what mail programs throw away")
                .isZero();
        assertThat(page.content()).doesNotContain("url(");
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("one column, on a narrow phone as well")
                .isEqualTo(NARROW);
    }
}
