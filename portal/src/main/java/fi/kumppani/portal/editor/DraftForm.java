package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.editor.DraftFacts.Contact;
import fi.kumppani.portal.editor.DraftFacts.Item;
import fi.kumppani.portal.editor.DraftFacts.Picture;
import fi.kumppani.portal.editor.DraftFacts.Segment;
import fi.kumppani.portal.editor.DraftFacts.Words;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Meanwhile;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The form by which an issue is written. Its fields are named as newsletter-service names them;
 * blocks in which nothing is written are shown and not sent.
 */
final class DraftForm {

    static final String FAMILY = "editor";

    private static final int LONGEST = 20_000;
    private static final List<String> REASONS = List.of("not-a-draft", "number-taken");
    private static final List<String> HEAD =
            List.of("number", "year", "title.fi", "title.sv", "title.en");
    private static final Pattern OF_ITEM = Pattern.compile("items\\[([0-9]{1,2})]\\.(.+)");
    private static final Set<String> PARTS =
            Set.of(
                    "number",
                    "year",
                    "title",
                    "text",
                    "link",
                    "picture.address",
                    "picture.alt",
                    "contact.role",
                    "contact.email",
                    "contact.phone");

    private static final List<String> EXTRAS = List.of("picture", "link", "contact");

    private final FilledForm form;
    private Set<String> saved = Set.of();
    private int blocks;

    private DraftForm(String key) {
        this.form = new FilledForm(key, LONGEST);
    }

    /** What was sent, after what the pressed button does with its blocks. */
    static DraftForm sent(String key, MultiValueMap<String, String> sent, Blocks sentBlocks) {
        DraftForm filled = new DraftForm(key);
        HEAD.forEach(field -> filled.form.put(field, sent.getFirst(field)));
        for (int index = 0; index < sentBlocks.size(); index++) {
            int at = index;
            sentBlocks
                    .get(index)
                    .forEach((field, value) -> filled.form.put(Blocks.field(at, field), value));
        }
        filled.blocks = sentBlocks.size();
        return filled;
    }

    /**
     * What is kept.
     *
     * @param empty where an empty block is to be; nowhere when there can be none
     */
    static DraftForm kept(String key, DraftFacts draft, int empty) {
        DraftForm filled = new DraftForm(key);
        filled.form.put("number", Integer.toString(draft.number()));
        filled.form.put("year", Integer.toString(draft.year()));
        filled.put("title", draft.title());
        int index = 0;
        for (Item item : draft.items()) {
            index += index == empty ? 1 : 0;
            filled.put(index, item);
            index++;
        }
        filled.widen(Math.max(index, empty <= draft.items().size() ? empty + 1 : 0));
        return filled;
    }

    /** The fields with what is written in them. */
    FilledForm form() {
        return form;
    }

    /** How many blocks are shown. */
    int blocks() {
        return blocks;
    }

    /** Which of the parts that not every block has are written in this one, or at fault. */
    Set<String> open(int index) {
        return EXTRAS.stream()
                .filter(
                        extra ->
                                Blocks.FIELDS.stream()
                                        .filter(field -> field.startsWith(extra))
                                        .map(field -> Blocks.field(index, field))
                                        .anyMatch(this::isShown))
                .collect(Collectors.toSet());
    }

    private boolean isShown(String field) {
        return !form.value(field).isEmpty() || form.error(field) != null || saved.contains(field);
    }

    /**
     * What somebody else has saved where this form says something else, by field.
     *
     * @param other the form with what they have saved
     */
    Map<String, String> differences(DraftForm other) {
        widen(other.blocks);
        other.widen(blocks);
        Map<String, String> texts = Meanwhile.of(form, other.form, fields());
        saved = texts.keySet();
        return texts;
    }

    /** The names of all fields. */
    private List<String> fields() {
        return Stream.concat(
                        HEAD.stream(),
                        IntStream.range(0, blocks)
                                .boxed()
                                .flatMap(
                                        index ->
                                                Blocks.FIELDS.stream()
                                                        .map(field -> Blocks.field(index, field))))
                .toList();
    }

    /** Shows at least so many blocks. */
    private void widen(int least) {
        blocks = Math.max(blocks, Math.min(least, Blocks.MOST));
        fields().stream()
                .filter(field -> form.values(field).isEmpty())
                .forEach(field -> form.put(field, ""));
    }

    /** What is to be saved; null when something lacks for that, which the form says then. */
    @Nullable Words words(Segment segment) {
        return DraftWords.read(form, written(), segment);
    }

    /** Puts what the service refused beside the fields. */
    void refuse(Refusal refusal) {
        form.refuse(
                new Refusal(
                        refusal.status(),
                        refusal.reason(),
                        refusal.errors().stream()
                                .map(
                                        error ->
                                                new Refusal.FieldError(
                                                        shown(error.field()), error.code()))
                                .toList()),
                FAMILY,
                REASONS,
                error -> FAMILY + ".error." + part(error.field()));
    }

    /** The field of the page for one that the service names: it has not seen empty blocks. */
    private String shown(String field) {
        String own = field;
        Matcher ofItem = OF_ITEM.matcher(field);
        if (ofItem.matches()) {
            int index = Integer.parseInt(ofItem.group(1));
            List<Integer> written = written();
            own =
                    index < written.size()
                            ? Blocks.field(written.get(index), ofItem.group(2))
                            : field;
        }
        return form.values(own).isEmpty() ? own + ".fi" : own;
    }

    /** What a field is of a block, or of the letter, whatever the language. */
    static String part(String field) {
        Matcher ofItem = OF_ITEM.matcher(field);
        String part =
                (ofItem.matches() ? ofItem.group(2) : field).replaceFirst("\\.(fi|sv|en)$", "");
        return PARTS.contains(part) ? part : "other";
    }

    private List<Integer> written() {
        return IntStream.range(0, blocks)
                .filter(
                        index ->
                                Blocks.FIELDS.stream()
                                        .anyMatch(
                                                field ->
                                                        !form.value(Blocks.field(index, field))
                                                                .isEmpty()))
                .boxed()
                .toList();
    }

    private void put(int index, Item item) {
        put(Blocks.field(index, "title"), item.title());
        put(Blocks.field(index, "text"), item.text());
        form.put(Blocks.field(index, "link"), item.link());
        Picture picture = item.picture();
        if (picture != null) {
            form.put(Blocks.field(index, "picture.address"), picture.address());
            put(Blocks.field(index, "picture.alt"), picture.alt());
        }
        Contact contact = item.contact();
        if (contact != null) {
            put(Blocks.field(index, "contact.role"), contact.role());
            form.put(Blocks.field(index, "contact.email"), contact.email());
            form.put(Blocks.field(index, "contact.phone"), contact.phone());
        }
    }

    private void put(String field, LocalizedText text) {
        form.put(field + ".fi", text.fi());
        form.put(field + ".sv", text.sv());
        form.put(field + ".en", text.en());
    }
}
