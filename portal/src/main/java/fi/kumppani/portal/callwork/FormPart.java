package fi.kumppani.portal.callwork;

import fi.kumppani.portal.callwork.FormSheet.Place;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;
import fi.kumppani.portal.page.Marks;
import fi.kumppani.portal.page.NoSuchPageException;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which part of a form is written on a page.
 *
 * @param title whether it is what the form is called
 * @param section the id of the section, or {@link #NEW}; null for none
 * @param question the id of the question, or {@link #NEW}; null for none
 */
record FormPart(boolean title, @Nullable String section, @Nullable String question) {

    /** What stands for an id before there is one; no id is called so. */
    static final String NEW = "_new";

    /** A form that is begun has a section, and that has a question. */
    static final FormPart BEGINNING = new FormPart(true, NEW, NEW);

    static final FormPart TITLE = new FormPart(true, null, null);

    private static final String NAME = "title";
    private static final String SECTION = "section.title";
    private static final String HELP = "section.help";
    private static final String LIGHT = "section.light";

    /** A section, or one that is added together with its first question. */
    static FormPart section(String id) {
        return new FormPart(false, id, id.equals(NEW) ? NEW : null);
    }

    boolean asksSection() {
        return section != null && (question == null || section.equals(NEW));
    }

    boolean asksQuestion() {
        return question != null;
    }

    /** Whether something is added. */
    boolean isNew() {
        return NEW.equals(question);
    }

    /** The last part of the address of its page. */
    String path() {
        if (section == null) {
            return "/title";
        }
        String path = "/sections/" + section;
        return question == null || section.equals(NEW) ? path : path + "/questions/" + question;
    }

    /**
     * Where it is.
     *
     * @throws NoSuchPageException when there is no such part
     */
    Place place(FormSheet sheet) {
        return (question == null || isNew() ? sheet.section(section) : sheet.question(question))
                .orElseThrow(NoSuchPageException::new);
    }

    /** Fills in what is written. */
    void fill(FilledForm form, FormSheet sheet) {
        if (title) {
            Fields.fillWords(form, NAME, CallBody.of(sheet.members()).part(NAME));
        }
        CallBody there = section == null || isNew() ? CallBody.EMPTY : known(sheet);
        if (asksSection()) {
            Fields.fillWords(form, SECTION, there.part("title"));
            Fields.fillWords(form, HELP, there.part("help"));
            boolean light = there.isEmpty() || there.isYes("light");
            form.put(LIGHT, light ? Fields.YES : "");
        }
        if (asksQuestion()) {
            QuestionFields.fill(form, there);
        }
    }

    private CallBody known(FormSheet sheet) {
        return CallBody.of(sheet.at(place(sheet)));
    }

    /** Keeps what was sent. */
    void keep(FilledForm form, MultiValueMap<String, String> sent) {
        if (title) {
            LocalizedFields.keep(form, NAME, sent);
        }
        if (asksSection()) {
            LocalizedFields.keep(form, SECTION, sent);
            LocalizedFields.keep(form, HELP, sent);
            Fields.keep(form, sent, List.of(LIGHT));
        }
        if (asksQuestion()) {
            QuestionFields.keep(form, sent);
        }
    }

    /**
     * Writes it into the form; what cannot be read becomes a fault of the page.
     *
     * @return where it is now; the section of one that was added together with its question
     */
    Place write(FilledForm form, FormSheet sheet) {
        if (title) {
            Fields.words(form, NAME, sheet.members(), NAME);
            needWords(form, NAME);
        }
        if (section == null) {
            return new Place(0, -1);
        }
        Place place = section.equals(NEW) ? sheet.addSection() : place(sheet);
        if (asksSection()) {
            Map<String, Object> there = sheet.at(place);
            Fields.words(form, SECTION, there, "title");
            Fields.words(form, HELP, there, "help");
            Fields.yes(form, LIGHT, there, "light");
            needWords(form, SECTION);
        }
        if (!asksQuestion()) {
            return place;
        }
        Place asked = isNew() ? sheet.addQuestion(place) : place;
        QuestionFields.read(form, sheet.at(asked));
        needWords(form, QuestionFields.LABEL);
        return asked;
    }

    private static void needWords(FilledForm form, String field) {
        if (LocalizedFields.read(form, field).isEmpty()) {
            form.refuse(field + ".fi", FormFaults.text(field));
        }
    }

    /** All that two people may write differently. */
    List<String> names(FilledForm form) {
        List<String> names = new ArrayList<>();
        if (title) {
            names.addAll(LocalizedFields.names(NAME));
        }
        if (asksSection()) {
            Stream.of(SECTION, HELP).forEach(each -> names.addAll(LocalizedFields.names(each)));
            names.add(LIGHT);
        }
        if (asksQuestion()) {
            QuestionFields.names(form).forEach(names::add);
        }
        return names;
    }

    /** Tells the part as it is from the part as it was; others may write beside it. */
    String mark(FormSheet sheet) {
        FilledForm form = new FilledForm("", CallFields.LONGEST);
        fill(form, sheet);
        return Marks.of(form, names(form));
    }
}
