package fi.kumppani.portal.testing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.regex.Pattern;

/** What services would tell if everybody who writes in them were out for mischief. */
public final class HostileTexts {

    /**
     * What is in every text: it ends attributes, elements, comments and scripts, and begins its
     * own; reckons, where templates do; breaks lines of scripts, and turns the line around.
     */
    public static final String MISCHIEF =
            "\"'><img id=hostile src=x onerror=alert(1)></script><script id=hostile>alert(1)"
                    + "</script><b onmouseover=alert(1) x=\"--></title></textarea></select>"
                    + "<i id=hostile>${7*191}[[${7*191}]]__${7*191}__{{7*191}}#{7*191}"
                    + "\u2028{0}'\u202e";

    /** What a page says that reckoned with a text. */
    public static final String RECKONED = "1337";

    /** Codes, ids, numbers and times, which nobody writes freely. */
    private static final Pattern MACHINE =
            Pattern.compile(
                    "[a-z][a-z0-9-]*|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+(\\.[0-9]{2})?"
                            + "|[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+Z)?|PT[0-9HM]+");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HostileTexts() {}

    /** The same JSON with mischief in every text, and addresses that are scripts. */
    public static String in(String json) {
        return changed(JSON.readTree(json)).toString();
    }

    private static JsonNode changed(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode changed = JSON.createObjectNode();
                object.propertyStream()
                        .forEach(each -> changed.set(each.getKey(), changed(each.getValue())));
                yield changed;
            }
            case ArrayNode array -> {
                ArrayNode changed = JSON.createArrayNode();
                array.forEach(each -> changed.add(changed(each)));
                yield changed;
            }
            case StringNode text -> StringNode.valueOf(changed(text.stringValue()));
            default -> node;
        };
    }

    private static String changed(String text) {
        return text.startsWith("https:")
                ? "javascript:alert(1)"
                : MACHINE.matcher(text).matches() ? text : text + MISCHIEF;
    }
}
