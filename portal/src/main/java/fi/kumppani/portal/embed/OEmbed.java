package fi.kumppani.portal.embed;

import com.fasterxml.jackson.annotation.JsonProperty;

import fi.kumppani.portal.PortalSettings;
import fi.kumppani.portal.municipality.Municipalities;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.ReaderLanguage;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers a site that has the address of one of our lists, or of the letters, and wants to show it,
 * or the form by which one subscribes, within a page of its own (oEmbed 1.0, consumer request of
 * section 2.2). What it gets is a frame without scripts.
 */
@RestController
class OEmbed {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 720;
    private static final int SMALLEST = 200;
    private static final int A_DAY = 86_400;
    private static final Pattern PAGE =
            Pattern.compile("/m/(?<code>[0-9]{3})/(?<list>events|associations|letters)");

    private final PortalSettings portal;
    private final Municipalities municipalities;
    private final MessageSource texts;

    OEmbed(PortalSettings portal, Municipalities municipalities, MessageSource texts) {
        this.portal = portal;
        this.municipalities = municipalities;
        this.texts = texts;
    }

    /**
     * A list to be shown.
     *
     * @param cacheAge how long this is right, in seconds
     * @param html a frame
     * @param width in pixels
     * @param height in pixels
     */
    record Rich(
            String type,
            String version,
            String title,
            @JsonProperty("provider_name") String providerName,
            @JsonProperty("provider_url") String providerUrl,
            @JsonProperty("cache_age") int cacheAge,
            String html,
            int width,
            int height) {}

    /**
     * How to show a page of ours.
     *
     * @param url the address of the page
     * @param format {@code json}; anything else is answered with 501, as oEmbed says
     */
    @GetMapping(path = "/oembed", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Rich> show(
            @RequestParam String url,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(name = "maxwidth", required = false) @Nullable Integer mostWidth,
            @RequestParam(name = "maxheight", required = false) @Nullable Integer mostHeight,
            Reader reader) {
        if (!format.equals("json")) {
            return ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED).build();
        }
        URI address = address(url);
        Matcher page = PAGE.matcher(address.getRawPath());
        if (!page.matches()) {
            throw new NoSuchPageException();
        }
        Language language =
                ReaderLanguage.chosenIn(address.getRawQuery()).orElse(reader.language());
        Municipality municipality =
                municipalities
                        .find(page.group("code"), new Reader(reader.address(), language))
                        .orElseThrow(NoSuchPageException::new);
        String title =
                texts.getMessage(
                        page.group("list") + ".of",
                        new Object[] {municipality.name().text()},
                        language.locale());
        int width = fitting(mostWidth, WIDTH);
        int height = fitting(mostHeight, HEIGHT);
        String shown =
                portal.at(
                        "/m/"
                                + municipality.code()
                                + "/embed/"
                                + page.group("list")
                                + "?lang="
                                + language.code());
        return ResponseEntity.ok(
                new Rich(
                        "rich",
                        "1.0",
                        title,
                        texts.getMessage("site.name", null, language.locale()),
                        portal.at("/"),
                        A_DAY,
                        "<iframe src=\"%s\" title=\"%s\" lang=\"%s\" width=\"%d\" height=\"%d\" loading=\"lazy\"></iframe>"
                                .formatted(
                                        HtmlUtils.htmlEscape(shown),
                                        HtmlUtils.htmlEscape(title),
                                        language.code(),
                                        width,
                                        height),
                        width,
                        height));
    }

    private URI address(String url) {
        try {
            URI address = URI.create(url);
            if (url.startsWith(portal.at("/")) && address.getRawPath() != null) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // Whatever it is, it is no page of ours.
        }
        throw new NoSuchPageException();
    }

    private static int fitting(@Nullable Integer most, int wanted) {
        return most == null ? wanted : Math.clamp(most, SMALLEST, wanted);
    }
}
