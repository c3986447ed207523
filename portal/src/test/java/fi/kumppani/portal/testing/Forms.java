package fi.kumppani.portal.testing;

import fi.kumppani.portal.testing.Browser.Page;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads pages and fills their forms in, as somebody with a browser does. */
public final class Forms {

    private static final String BOUNDARY = "gc0p4Jq0M2Yt08jU534c0p";

    private Forms() {}

    /** What a form sends when nobody changes anything. */
    public static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[checked], input:not([type=radio]):not([type=checkbox])")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        form.select("textarea").forEach(area -> fields.put(area.attr("name"), area.wholeText()));
        return fields;
    }

    /** All that one of the page's own forms sends when nobody changes anything, choices too. */
    public static Map<String, String> filled(Document html, int form) {
        Element own = html.select("main form").get(form);
        Map<String, String> fields = fields(own);
        own.select("select")
                .forEach(
                        select ->
                                fields.put(
                                        select.attr("name"),
                                        select.select("[selected]").attr("value")));
        return fields;
    }

    /** The same for the form whose action ends so. */
    public static Map<String, String> button(Document html, String action) {
        return fields(html.select("form[action~=" + action + "(\\?.*)?$]").getFirst());
    }

    /** Sends a form as its page does by itself while somebody writes. */
    public static Page whileWriting(Browser browser, String path, Map<String, String> fields) {
        return browser.submit(path, fields, "X-While-Writing", "true");
    }

    /** What the page says is wrong. */
    public static String alert(Page page) {
        return page.html().select("[role=alert]").text();
    }

    /** All that the page says. */
    public static String text(Document html) {
        return html.select("main").text().replace('\u00a0', ' ');
    }

    /** Sends a form with a file in its field {@code file}, as old browsers on Windows name it. */
    public static Page upload(
            Browser browser, String path, Map<String, String> fields, String name, String content) {
        StringBuilder body = new StringBuilder();
        fields.forEach((field, value) -> body.append(part("name=\"" + field + "\"", value)));
        body.append(part("name=\"file\"; filename=\"C:\\fakepath\\" + name + "\"", content));
        return browser.send(
                "POST",
                path,
                body + "--" + BOUNDARY + "--\r\n",
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static String part(String what, String content) {
        return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, what, content);
    }
}
