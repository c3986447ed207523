package fi.kumppani.grants.document;

import fi.kumppani.grants.appeal.AppealInstruction;

import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A decision document as a page that stands by itself: no script, nothing from elsewhere, and
 * well-formed XML too, for the PDF is set from it.
 */
public final class DecisionPage {

    private static final String STYLE = style();

    private DecisionPage() {}

    private static String style() {
        try (InputStream in = DecisionPage.class.getResourceAsStream("document.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page, in UTF-8. */
    public static String of(DecisionDocument document) {
        Words words = new Words(document.language());
        Document page = new Document("");
        page.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        page.appendChild(new DocumentType("html", "", ""));
        Element html = page.appendElement("html");
        html.attr("xmlns", "http://www.w3.org/1999/xhtml");
        html.attr("lang", document.language().code());
        head(html.appendElement("head"), document);
        Element main = html.appendElement("body").appendElement("main");
        main.appendElement("h1").text(document.title());
        facts(main, document.facts());
        main.appendElement("h2").text(document.heading());
        main.appendElement("p").addClass("verdict").text(document.verdict());
        shares(main, document.shares(), words);
        main.appendElement("h2").text(words.text("grounds"));
        document.grounds().forEach(each -> paragraphs(main, each));
        secret(main, document, words);
        AppealInstruction appeal = document.appeal();
        if (appeal != null) {
            appeal(main, appeal);
        }
        return page.outerHtml();
    }

    private static void head(Element head, DecisionDocument document) {
        head.appendElement("meta").attr("charset", "UTF-8");
        head.appendElement("title").text(document.title());
        meta(head, "subject", document.title());
        meta(head, "description", document.verdict());
        meta(head, "viewport", "width=device-width, initial-scale=1");
        head.appendElement("style").appendChild(new DataNode(STYLE + footer(document.title())));
    }

    private static String footer(String title) {
        return "@page { @bottom-left { content: \"%s\"; font: 9pt Body; color: #444444; } }"
                .formatted(title.replace("\\", "").replace("\"", ""));
    }

    private static void meta(Element head, String name, String content) {
        head.appendElement("meta").attr("name", name).attr("content", content);
    }

    private static void facts(Element main, List<DecisionDocument.Fact> facts) {
        Element body = main.appendElement("table").appendElement("tbody");
        for (DecisionDocument.Fact fact : facts) {
            Element row = body.appendElement("tr");
            row.appendElement("th").attr("scope", "row").text(fact.name());
            row.appendElement("td").text(fact.value());
        }
    }

    private static void shares(Element main, List<DecisionDocument.Fact> shares, Words words) {
        if (shares.isEmpty()) {
            return;
        }
        main.appendElement("h3").text(words.text("shares"));
        Element table = main.appendElement("table");
        Element heads = table.appendElement("thead").appendElement("tr");
        heads.appendElement("th").attr("scope", "col").text(words.text("share.category"));
        heads.appendElement("th")
                .attr("scope", "col")
                .addClass("sum")
                .text(words.text("share.amount"));
        Element body = table.appendElement("tbody");
        for (DecisionDocument.Fact share : shares) {
            Element row = body.appendElement("tr");
            row.appendElement("th").attr("scope", "row").text(share.name());
            row.appendElement("td").addClass("sum").text(share.value());
        }
    }

    private static void secret(Element main, DecisionDocument document, Words words) {
        String secret = document.secret();
        if (secret == null) {
            return;
        }
        Element part = main.appendElement("section").addClass("secret");
        part.appendElement("h2").text(words.text("secret"));
        part.appendElement("p").text(words.text("secret.note"));
        paragraphs(part, secret);
    }

    private static void appeal(Element main, AppealInstruction appeal) {
        Element part = main.appendElement("section").addClass("appeal");
        part.appendElement("h2").text(appeal.title());
        for (AppealInstruction.Section section : appeal.sections()) {
            part.appendElement("h3").text(section.heading());
            paragraphs(part, section.text());
        }
    }

    private static void paragraphs(Element parent, String text) {
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> parent.appendElement("p").text(line));
    }
}
