package fi.kumppani.localstack.mail;

import org.springframework.web.util.HtmlUtils;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text as HTML in which web addresses can be followed. */
final class ClickableText {

    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]]");

    private ClickableText() {}

    static String toHtml(String text) {
        var html = new StringBuilder();
        Matcher addresses = ADDRESS.matcher(text);
        int done = 0;
        while (addresses.find()) {
            String address = escape(addresses.group());
            html.append(escape(text.substring(done, addresses.start())))
                    .append("<a href=\"%s\">%s</a>".formatted(address, address));
            done = addresses.end();
        }
        return html.append(escape(text.substring(done))).toString();
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
