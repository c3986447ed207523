package fi.kumppani.portal.editor;

import fi.kumppani.portal.page.Texts;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The blocks of an issue as a form sends them, each with its fields by the names newsletter-service
 * has for them; buttons add, remove and move them.
 */
final class Blocks {

    /** As many as newsletter-service takes. */
    static final int MOST = 40;

    static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    /** The fields of a block in the order of the page. */
    static final List<String> FIELDS =
            Stream.of(
                            inEachLanguage("title", "text"),
                            Stream.of("picture.address"),
                            inEachLanguage("picture.alt"),
                            Stream.of("link"),
                            inEachLanguage("contact.role"),
                            Stream.of("contact.email", "contact.phone"))
                    .flatMap(fields -> fields)
                    .toList();

    private static final Pattern ACT = Pattern.compile("(add|remove|up|down)\\.([0-9]{1,2})");

    private final List<Block> all = new ArrayList<>();
    private @Nullable Block touched;

    /** One of them, which stays the same wherever it is moved. */
    private static final class Block {

        private final Map<String, String> fields = new LinkedHashMap<>();

        private boolean isEmpty() {
            return fields.values().stream().allMatch(String::isEmpty);
        }
    }

    /** The blocks that were sent, after what the pressed button does with them. */
    static Blocks sent(MultiValueMap<String, String> sent) {
        Blocks blocks = new Blocks();
        for (int index = 0; index < MOST && sent.containsKey(field(index, "title.fi")); index++) {
            Block block = new Block();
            for (String field : FIELDS) {
                block.fields.put(field, Texts.lines(sent.getFirst(field(index, field))).strip());
            }
            blocks.all.add(block);
        }
        String act = sent.getFirst("act");
        Matcher known = ACT.matcher(act == null ? "" : act);
        if (known.matches()) {
            blocks.act(known.group(1), Integer.parseInt(known.group(2)));
        }
        blocks.all.removeIf(block -> block.isEmpty() && block != blocks.touched);
        return blocks;
    }

    /** The name of a field of a block. */
    static String field(int index, String field) {
        return "items[" + index + "]." + field;
    }

    /** The fields of this block. */
    Map<String, String> get(int index) {
        return all.get(index).fields;
    }

    /** How many there are. */
    int size() {
        return all.size();
    }

    /** Where the block is that a button did something to; -1 when none did. */
    int touched() {
        for (int index = 0; index < all.size(); index++) {
            if (all.get(index) == touched) {
                return index;
            }
        }
        return -1;
    }

    private void act(String act, int index) {
        if (act.equals("add")) {
            if (index <= all.size() && all.size() < MOST) {
                Block added = new Block();
                FIELDS.forEach(field -> added.fields.put(field, ""));
                all.add(index, added);
                touched = added;
            }
        } else if (index < all.size()) {
            Block meant = all.remove(index);
            touched = meant;
            switch (act) {
                case "up" -> all.add(Math.max(0, index - 1), meant);
                case "down" -> all.add(Math.min(all.size(), index + 1), meant);
                default ->
                        touched = all.isEmpty() ? null : all.get(Math.min(index, all.size() - 1));
            }
        }
    }

    private static Stream<String> inEachLanguage(String... fields) {
        return LANGUAGES.stream()
                .flatMap(language -> Stream.of(fields).map(field -> field + "." + language));
    }
}
