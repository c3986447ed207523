package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText.Told;
import fi.kumppani.newsletter.letter.Wording.Shared;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays content out as plain text and as HTML. What the content says is never markup: it is escaped
 * in the one and as it is in the other. The HTML has one column, inline styles and loads nothing
 * but the pictures that the content or its brand name.
 */
public final class Layout {

    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\h*\\R\\s*");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final String STYLE_BODY =
            "margin:0;padding:24px;background:#ffffff;color:#1a1a1a;"
                    + "font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5";
    private static final String STYLE_COLUMN =
            "max-width:600px;margin:0 auto;overflow-wrap:break-word;hyphens:auto";
    private static final String STYLE_ACTION =
            "display:inline-block;padding:12px 20px;color:#ffffff;text-decoration:none;"
                    + "border-radius:4px;background:";

    private static final String END =
            """
            </div>
            </body>
            </html>
            """;

    private Layout() {}

    /** The plain text part; lines end in {@code \n}. */
    public static String text(Content content) {
        return LaidOut.of(content).text(List.of()).text();
    }

    /** The HTML part. */
    public static String html(Content content) {
        return LaidOut.of(content).html(List.of()).text();
    }

    /**
     * Content that is laid out but for its last blocks, for letters that say the same to many
     * readers until those.
     */
    public static final class LaidOut {

        private final Content content;
        private final Shared text;
        private final Shared html;

        private LaidOut(Content content, Shared text, Shared html) {
            this.content = content;
            this.text = text;
            this.html = html;
        }

        /** Lays out what all its readers are told. */
        public static LaidOut of(Content content) {
            return new LaidOut(
                    content,
                    new Shared(texts(content.blocks()) + "\n"),
                    new Shared(begin(content)));
        }

        /**
         * The plain text part; lines end in {@code \n}.
         *
         * @param last the blocks that follow
         */
        public Wording text(List<Block> last) {
            return new Wording(text, last.isEmpty() ? "" : "\n" + texts(last) + "\n");
        }

        /**
         * The HTML part.
         *
         * @param last the blocks that follow
         */
        public Wording html(List<Block> last) {
            return new Wording(html, last.isEmpty() ? END : htmls(last, content) + "\n" + END);
        }
    }

    private static String texts(List<Block> blocks) {
        return blocks.stream().map(Layout::text).collect(Collectors.joining("\n\n"));
    }

    private static String htmls(List<Block> blocks, Content content) {
        return blocks.stream().map(block -> html(block, content)).collect(Collectors.joining("\n"));
    }

    private static String begin(Content content) {
        return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        </head>
        <body style="%s">
        <div role="main" style="%s">
        %s%s
        """
                .formatted(
                        content.language().code(),
                        escape(content.subject()),
                        STYLE_BODY,
                        STYLE_COLUMN,
                        logo(content),
                        htmls(content.blocks(), content));
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Title(Told text) ->
                    text.text() + "\n" + "=".repeat(Math.min(60, text.text().length()));
            case Block.Heading(Told text) ->
                    text.text() + "\n" + "-".repeat(Math.min(60, text.text().length()));
            case Block.Paragraph(Told text) -> String.join("\n\n", paragraphs(text.text()));
            case Block.Details(List<Block.Detail> details) ->
                    details.stream()
                            .map(detail -> detail.label() + ": " + detail.value().text())
                            .collect(Collectors.joining("\n"));
            case Block.Action(String label, var target) -> label + ":\n" + target;
            case Block.Picture(_, Told alt) -> "[" + alt.text() + "]";
            case Block.Link(String label, var target) -> label + ":\n" + target;
            case Block.Footnote(String text) -> "-- \n" + text;
        };
    }

    private static String logo(Content content) {
        Brand.Logo logo = content.brand().logo();
        if (logo == null) {
            return "";
        }
        Told alt = logo.alt().in(content.language());
        return "<p><img src=\"%s\" alt=\"%s\"%s style=\"max-width:240px;height:auto;border:0\"></p>\n"
                .formatted(
                        escape(logo.address().toString()),
                        escape(alt.text()),
                        language(alt, content.language()));
    }

    private static String html(Block block, Content content) {
        Language reader = content.language();
        String color = content.brand().color();
        return switch (block) {
            case Block.Title(Told text) -> element("h1", "font-size:24px", text, reader);
            case Block.Heading(Told text) -> element("h2", "font-size:20px", text, reader);
            case Block.Paragraph(Told text) ->
                    paragraphs(text.text()).stream()
                            .map(part -> element("p", "", new Told(part, text.lang()), reader))
                            .collect(Collectors.joining("\n"));
            case Block.Details(List<Block.Detail> details) ->
                    details.stream()
                            .map(detail -> row(detail, reader))
                            .collect(
                                    Collectors.joining(
                                            "\n", "<ul style=\"padding-left:20px\">\n", "\n</ul>"));
            case Block.Action(String label, var target) ->
                    "<p><a href=\"%s\" style=\"%s\">%s</a></p>"
                            .formatted(
                                    escape(target.toString()), STYLE_ACTION + color, escape(label));
            case Block.Picture(var address, Told alt) ->
                    "<p><img src=\"%s\" alt=\"%s\"%s style=\"max-width:100%%;height:auto;border:0\"></p>"
                            .formatted(
                                    escape(address.toString()),
                                    escape(alt.text()),
                                    language(alt, reader));
            case Block.Link(String label, var target) ->
                    "<p style=\"font-size:14px\"><a href=\"%s\" style=\"color:%s\">%s</a></p>"
                            .formatted(escape(target.toString()), color, escape(label));
            case Block.Footnote(String text) ->
                    "<p style=\"font-size:14px;color:#555555\">" + lines(text) + "</p>";
        };
    }

    private static String element(String name, String style, Told text, Language reader) {
        return "<%s%s%s>%s</%s>"
                .formatted(
                        name,
                        style.isEmpty() ? "" : " style=\"" + style + "\"",
                        language(text, reader),
                        lines(text.text()),
                        name);
    }

    private static String row(Block.Detail detail, Language reader) {
        return "<li><strong>%s:</strong> <span%s>%s</span></li>"
                .formatted(
                        escape(detail.label()),
                        language(detail.value(), reader),
                        lines(detail.value().text()));
    }

    /** A text in another language than the letter says so, for those who listen to it. */
    private static String language(Told text, Language reader) {
        return text.lang() == reader ? "" : " lang=\"" + text.lang().code() + "\"";
    }

    private static List<String> paragraphs(String text) {
        return BLANK_LINE
                .splitAsStream(text.strip())
                .map(part -> String.join("\n", LINE_END.split(part, -1)))
                .toList();
    }

    private static String lines(String text) {
        return Stream.of(LINE_END.split(text, -1))
                .map(Layout::escape)
                .collect(Collectors.joining("<br>\n"));
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.chars()
                .forEach(
                        character -> {
                            switch (character) {
                                case '&' -> escaped.append("&amp;");
                                case '<' -> escaped.append("&lt;");
                                case '>' -> escaped.append("&gt;");
                                case '"' -> escaped.append("&quot;");
                                case '\'' -> escaped.append("&#39;");
                                default -> escaped.append((char) character);
                            }
                        });
        return escaped.toString();
    }
}
