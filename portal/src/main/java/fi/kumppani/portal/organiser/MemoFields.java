package fi.kumppani.portal.organiser;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;
import fi.kumppani.portal.reader.Told;

import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The fields by which a memo is written: its text, a row for each part and each thing agreed, and
 * some empty ones. A row in which nothing is written is left out.
 */
final class MemoFields {

    static final String TEXT = "text";
    static final String TITLE = ".title";
    static final String WORDS = ".text";
    static final String GROUP = ".group";
    static final String ID = ".id";
    static final String WHAT = ".what";
    static final String WHO = ".who";
    static final String ASSOCIATION = ".association";
    static final String DUE = ".due";

    private static final int MOST_SECTIONS = 50;
    private static final int MOST_ACTIONS = 100;
    private static final int EMPTY_SECTIONS = 1;
    private static final int EMPTY_ACTIONS = 2;

    private MemoFields() {}

    /**
     * How many rows a form has.
     *
     * @param sections for parts
     * @param actions for what was agreed
     */
    record Rows(int sections, int actions) {

        /** As many as are kept, and some empty ones. */
        static Rows of(MemoFacts memo) {
            return new Rows(
                    Math.min(MOST_SECTIONS, memo.sections().size() + EMPTY_SECTIONS),
                    Math.min(MOST_ACTIONS, memo.actions().size() + EMPTY_ACTIONS));
        }

        /** At least as many as another form has. */
        Rows orMore(Rows other) {
            return new Rows(
                    Math.max(sections, other.sections()), Math.max(actions, other.actions()));
        }
    }

    /** What the names of the fields of a part begin with. */
    static String section(int row) {
        return "s" + row;
    }

    /** What the names of the fields of something agreed begin with. */
    static String action(int row) {
        return "a" + row;
    }

    /** The names of all fields that people read. */
    static List<String> names(Rows rows) {
        List<String> names = new ArrayList<>(LocalizedFields.names(TEXT));
        for (int row = 0; row < rows.sections(); row++) {
            names.addAll(LocalizedFields.names(section(row) + TITLE));
            names.addAll(LocalizedFields.names(section(row) + WORDS));
        }
        for (int row = 0; row < rows.actions(); row++) {
            names.addAll(LocalizedFields.names(action(row) + WHAT));
            names.addAll(LocalizedFields.names(action(row) + WHO));
            names.add(action(row) + ASSOCIATION);
            names.add(action(row) + DUE);
        }
        return names;
    }

    /** Keeps what was sent, and tells how many rows were. */
    static Rows keep(FilledForm form, MultiValueMap<String, String> sent) {
        LocalizedFields.keep(form, TEXT, sent);
        int sections = 0;
        while (sections < MOST_SECTIONS && sent.containsKey(section(sections) + TITLE + ".fi")) {
            String row = section(sections);
            LocalizedFields.keep(form, row + TITLE, sent);
            LocalizedFields.keep(form, row + WORDS, sent);
            form.put(row + GROUP, sent.getFirst(row + GROUP));
            sections++;
        }
        int actions = 0;
        while (actions < MOST_ACTIONS && sent.containsKey(action(actions) + WHAT + ".fi")) {
            String row = action(actions);
            LocalizedFields.keep(form, row + WHAT, sent);
            LocalizedFields.keep(form, row + WHO, sent);
            for (String part : List.of(ID, ASSOCIATION, DUE)) {
                form.put(row + part, sent.getFirst(row + part));
            }
            actions++;
        }
        return new Rows(sections, actions);
    }

    /**
     * Fills in what is kept.
     *
     * @param associations what they are called, by id
     */
    static void fill(FilledForm form, MemoFacts memo, Map<String, Told> associations) {
        LocalizedFields.fill(form, TEXT, memo.text());
        for (int row = 0; row < memo.sections().size(); row++) {
            MemoFacts.Section section = memo.sections().get(row);
            LocalizedFields.fill(form, section(row) + TITLE, section.title());
            LocalizedFields.fill(form, section(row) + WORDS, section.text());
            form.put(section(row) + GROUP, section.group());
        }
        for (int row = 0; row < memo.actions().size(); row++) {
            MemoFacts.Action action = memo.actions().get(row);
            String field = action(row);
            LocalizedFields.fill(form, field + WHAT, action.what());
            LocalizedFields.fill(form, field + WHO, action.who());
            form.put(field + ID, action.id());
            Told name =
                    action.associationId() == null
                            ? null
                            : associations.get(action.associationId());
            form.put(field + ASSOCIATION, name == null ? "" : name.text());
            form.put(field + DUE, action.due() == null ? "" : action.due().toString());
        }
    }

    /** Whether anything is written in the row of a part. */
    static boolean hasSection(FilledForm form, int row) {
        return isWritten(form, section(row) + TITLE) || isWritten(form, section(row) + WORDS);
    }

    /** Whether anything is written in the row of something agreed. */
    static boolean hasAction(FilledForm form, int row) {
        return isWritten(form, action(row) + WHAT)
                || isWritten(form, action(row) + WHO)
                || !form.value(action(row) + ASSOCIATION).isEmpty();
    }

    /** Whether a text is written in any language. */
    static boolean isWritten(FilledForm form, String text) {
        return !LocalizedFields.read(form, text).isEmpty();
    }
}
