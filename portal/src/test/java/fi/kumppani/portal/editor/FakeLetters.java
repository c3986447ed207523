package fi.kumppani.portal.editor;

import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Element;

import java.util.LinkedHashMap;
import java.util.Map;

/** What newsletter-service tells a coordinator who writes letters, as a test says. */
public final class FakeLetters {

    static final String ID = "01939c5e-0000-7000-8000-0000000000d1";
    static final String M = "/v1/municipalities/743";
    static final String DRAFT = M + "/issue-drafts/" + ID;
    static final String HOME = "/m/743/letters/drafts";
    static final String PAGE = HOME + "/" + ID;

    private static final String LIST =
            """
            {"id":"l1","name":{"fi":"Järjestökirje"},"languages":["fi","sv"],
             "areas":[{"code":"nurmo","name":{"fi":"Nurmo"}},{"code":"pera","name":{"fi":"Peräseinäjoki"}}]
             %s}
            """;

    private FakeLetters() {}

    /** A draft of two blocks, its list, and all that can be asked of it. */
    public static void draft(StubService newsletter) {
        newsletter.on(
                "GET " + M + "/lists", Facts.listing(LIST.formatted(",\"topic\":\"liikunta\"")));
        list(newsletter, true);
        is(newsletter, "draft", "\"own\":true,", "\"3\"");
        newsletter.on("GET " + M + "/issue-drafts", Facts.listing(issue("draft", "\"own\":true,")));
        newsletter.on(
                "GET " + M + "/issues",
                Facts.listing(
                        """
                        {"id":"s1","list":{"id":"l1","name":{"fi":"Järjestökirje"}},"label":"2/2026",
                         "number":2,"year":2026,"title":{"fi":"Syksyn kirje"},
                         "sentAt":"2026-09-01T06:00:00Z","recipients":1234,"imported":false}
                        """));
        newsletter.on("PUT " + DRAFT, of("draft", "\"own\":true,").and("ETag", "\"4\""));
        checks(newsletter, "");
        newsletter.on(
                "GET " + DRAFT + "/recipients",
                Reply.json(200, "{\"readers\":100,\"recipients\":20}"));
        newsletter.on(
                "GET " + DRAFT + "/preview",
                Reply.json(
                        200,
                        """
                        {"lang":"fi","subject":"Marraskuun kirje","html":"<!DOCTYPE html><html lang=\\"fi\\"><head><title>Kirje</title></head><body style=\\"margin:0\\"><h1>Marraskuun kirje</h1><p>Kahvit <i>alkaen</i></p></body></html>",
                         "text":"Marraskuun kirje\\n====\\n"}
                        """));
    }

    static void list(StubService newsletter, boolean fourEyes) {
        newsletter.on(
                "GET " + M + "/lists/l1",
                Reply.json(200, LIST.formatted(",\"fourEyes\":" + fourEyes)));
    }

    /** The issue in this state, and how far it is. */
    public static void is(StubService newsletter, String state, String more, String etag) {
        newsletter.on("GET " + DRAFT, of(state, more).and("ETag", etag));
        newsletter.on(
                "GET " + DRAFT + "/sending",
                Reply.json(
                        200,
                        """
                        {"state":"%s","recipients":1200,"waiting":300,"sent":880,"left":5,"failed":15,
                         "troubled":[{"id":"0193-7","state":"failed","code":"550"}]}
                        """
                                .formatted(state)));
    }

    /** What came of the letter. */
    public static void numbers(StubService newsletter) {
        newsletter.on(
                "GET " + DRAFT + "/numbers",
                Reply.json(
                        200,
                        """
                        {"recipients":1200,"sent":1180,"delivered":1170,"bounced":10,"complaints":1,
                         "failed":15,"left":4,"links":[
                          {"item":0,"link":"https://example.org/illat","clicks":42,"suppressed":false},
                          {"item":1,"link":"https://example.org/haku","clicks":null,"suppressed":true}]}
                        """));
    }

    /** What the checks found. */
    public static void checks(StubService newsletter, String findings) {
        newsletter.on(
                "GET " + DRAFT + "/checks", Reply.json(200, "{\"findings\":[" + findings + "]}"));
    }

    /** One thing that the checks found. */
    public static String finding(String severity, String field, String code) {
        return "{\"severity\":\"%s\",\"field\":\"%s\",\"code\":\"%s\"}"
                .formatted(severity, field, code);
    }

    static Reply of(String state, String more) {
        return Reply.json(200, issue(state, more));
    }

    static String issue(String state, String more) {
        return issue(state, more, "Illat alkavat.");
    }

    static String issue(String state, String more, String text) {
        return """
        {"id":"%s","listId":"l1","number":3,"year":2026,"title":{"fi":"Marraskuun kirje","sv":"Brevet"},
         "items":[
          {"title":{"fi":"Järjestöillat"},"text":{"fi":"%s"},"link":"https://example.org/illat",
           "picture":{"address":"https://kuvat.example.org/a.jpg","alt":{"fi":"Talkoot"}}},
          {"title":{"fi":"Haku","sv":"Ansökan"},"text":{"fi":"Haku <b>aukeaa"},
           "contact":{"role":{"fi":"järjestökoordinaattori"},"email":"jarjestot@example.org"}}],
         "segment":{"languages":[],"areas":["nurmo"],"associationClasses":[]},
         %s "state":"%s","approved":%s,"own":%s}
        """
                .formatted(
                        ID,
                        text,
                        more.replace("\"own\":true,", "").replace("\"approved\":true,", ""),
                        state,
                        more.contains("\"approved\":true"),
                        more.contains("\"own\":true"));
    }

    /** What a form on a page would send. */
    static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input:not([type=radio],[type=checkbox])")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        form.select("input[checked]").forEach(input -> fields.put(input.attr("name"), input.val()));
        form.select("textarea").forEach(area -> fields.put(area.attr("name"), area.wholeText()));
        return fields;
    }
}
