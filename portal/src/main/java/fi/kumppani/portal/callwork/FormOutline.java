package fi.kumppani.portal.callwork;

import fi.kumppani.portal.callwork.FormSheet.Place;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form as its page lists it: sections with their questions, and what can be done with each. */
final class FormOutline {

    private FormOutline() {}

    /**
     * A section or a question.
     *
     * @param part what its buttons name it
     * @param href where it is written
     */
    record Part(String part, Told name, String href, boolean up, boolean down, boolean removable) {}

    /**
     * A section.
     *
     * @param light whether applications for small sums fill it in as well
     * @param more where a question is added to it
     */
    record SectionRow(Part part, boolean light, List<QuestionRow> questions, String more) {}

    /**
     * A question.
     *
     * @param kind one of those that pages have words for
     * @param conditional whether it is asked after certain answers only
     */
    record QuestionRow(Part part, String kind, boolean required, boolean conditional) {}

    /** What begins the name of a section for its buttons, and of a question for its own. */
    private static final String SECTION = "s:";

    private static final String QUESTION = "q:";

    static List<SectionRow> of(String path, FormSheet sheet, Language language) {
        List<SectionRow> rows = new ArrayList<>();
        for (FormSheet.Section section : sheet.sections()) {
            Place place = new Place(rows.size(), -1);
            FormPart edit = FormPart.section(section.id());
            List<QuestionRow> questions = new ArrayList<>();
            for (Map<String, Object> question : section.questions()) {
                Place at = new Place(place.section(), questions.size());
                questions.add(row(path, sheet, section.id(), question, at, language));
            }
            rows.add(
                    new SectionRow(
                            part(
                                    SECTION + section.id(),
                                    told(section.members(), "title", language),
                                    path + edit.path(),
                                    sheet,
                                    place),
                            CallBody.of(section.members()).isYes("light"),
                            questions,
                            path + new FormPart(false, section.id(), FormPart.NEW).path()));
        }
        return rows;
    }

    private static QuestionRow row(
            String path,
            FormSheet sheet,
            String section,
            Map<String, Object> members,
            Place place,
            Language language) {
        CallBody question = CallBody.of(members);
        String kind = question.text("kind");
        return new QuestionRow(
                part(
                        QUESTION + question.text("id"),
                        told(members, "label", language),
                        path + new FormPart(false, section, question.text("id")).path(),
                        sheet,
                        place),
                QuestionFields.KINDS.contains(kind) ? kind : "other",
                question.isYes("required"),
                !question.part("condition").isEmpty());
    }

    private static Part part(String part, Told name, String href, FormSheet sheet, Place place) {
        return new Part(
                part,
                name,
                href,
                sheet.next(place, -1).isPresent(),
                sheet.next(place, 1).isPresent(),
                sheet.isRemovable(place));
    }

    /** Where the part is that a button named. */
    static Optional<Place> place(FormSheet sheet, String part) {
        if (part.startsWith(SECTION)) {
            return sheet.section(part.substring(SECTION.length()));
        }
        return part.startsWith(QUESTION)
                ? sheet.question(part.substring(QUESTION.length()))
                : Optional.empty();
    }

    /** A text of a part in words. */
    static Told told(Map<String, Object> members, String name, Language language) {
        CallBody text = CallBody.of(members).part(name);
        return new LocalizedText(text.text("fi"), text.text("sv"), text.text("en")).told(language);
    }
}
