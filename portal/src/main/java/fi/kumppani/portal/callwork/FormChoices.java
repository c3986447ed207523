package fi.kumppani.portal.callwork;

import fi.kumppani.portal.callwork.FormSheet.Place;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts what can be chosen in the fields of a part of a form on its page. */
@Component
final class FormChoices {

    private final MessageSource messages;

    FormChoices(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * An answer after which a question can be asked.
     *
     * @param value the question and the answer
     */
    record Earlier(String value, Told question, Told answer) {}

    void put(Model model, FormPart part, FormSheet sheet, FilledForm form, Language language) {
        model.addAttribute("form", form);
        model.addAttribute("asksTitle", part.title());
        model.addAttribute("asksSection", part.asksSection());
        model.addAttribute("asksQuestion", part.asksQuestion());
        model.addAttribute("what", what(part));
        if (part.asksQuestion()) {
            model.addAttribute("kinds", QuestionFields.KINDS);
            model.addAttribute("prefills", QuestionFields.PREFILLS);
            model.addAttribute("options", QuestionFields.OPTIONS.shown(form));
            model.addAttribute("earlier", earlier(part, sheet, language));
        }
    }

    /** What the page is about, as a part of a text key. */
    private static String what(FormPart part) {
        if (part.title()) {
            return part.isNew() ? "form" : "title";
        }
        String kind = part.asksSection() ? "section" : "question";
        return part.isNew() ? "new-" + kind : kind;
    }

    /** The answers that can be given to the questions before this one. */
    private List<Earlier> earlier(FormPart part, FormSheet sheet, Language language) {
        List<Earlier> found = new ArrayList<>();
        for (Map<String, Object> question : before(part, sheet)) {
            Told label = FormOutline.told(question, "label", language);
            CallBody members = CallBody.of(question);
            String id = members.text("id");
            if (members.text("kind").equals("yes-no")) {
                for (String answer : List.of("yes", "no")) {
                    found.add(new Earlier(id + ":" + answer, label, told(answer, language)));
                }
            }
            for (CallBody option : members.parts("options")) {
                found.add(
                        new Earlier(
                                id + ":" + option.text("id"),
                                label,
                                FormOutline.told(option.members(), "label", language)));
            }
        }
        return found;
    }

    private static List<Map<String, Object>> before(FormPart part, FormSheet sheet) {
        if (part.asksSection()) {
            return sheet.questions().toList();
        }
        Place place = part.place(sheet);
        List<Map<String, Object>> before = new ArrayList<>();
        for (int at = 0; at <= place.section(); at++) {
            List<Map<String, Object>> questions = sheet.sections().get(at).questions();
            boolean isCut = at == place.section() && place.question() >= 0;
            before.addAll(isCut ? questions.subList(0, place.question()) : questions);
        }
        return before;
    }

    private Told told(String answer, Language language) {
        return new Told(
                messages.getMessage("own." + answer, null, language.locale()), language.code());
    }
}
