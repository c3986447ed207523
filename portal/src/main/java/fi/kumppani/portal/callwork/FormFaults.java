package fi.kumppani.portal.callwork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.callwork.FormSheet.Place;
import fi.kumppani.portal.official.Refusals;
import fi.kumppani.portal.page.FilledForm;

import org.springframework.ui.Model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Puts what is wrong with a form, as grants-service says it, into plain words. */
final class FormFaults {

    private static final String FAMILY = "formwork";
    private static final String ELSEWHERE = FAMILY + ".elsewhere";
    private static final Refusals REFUSALS =
            new Refusals(FAMILY, Set.of("versions-full"), Map.of());

    /** What there are texts for; the others are to be checked. */
    private static final Set<String> KINDS =
            Set.of(
                    "title",
                    "section.title",
                    "section.help",
                    "question.label",
                    "question.help",
                    "question.kind",
                    "question.least",
                    "question.prefill",
                    "question.options.label",
                    "question.condition");

    private FormFaults() {}

    /** Says on a page why a button did nothing: most often as one question depends on another. */
    static void put(Model model, Answer<?> answer) {
        if (answer instanceof Answer.Refused<?>(Refusal refusal) && !refusal.errors().isEmpty()) {
            model.addAttribute("refusals", List.of(whole(refusal.errors().getFirst().field())));
        } else {
            REFUSALS.tell(model, answer);
        }
    }

    /**
     * Says on a form why it was not saved.
     *
     * @param place of what was written
     */
    static void put(FilledForm form, Answer<?> answer, Place place) {
        if (!(answer instanceof Answer.Refused<?>(Refusal refusal)) || refusal.errors().isEmpty()) {
            REFUSALS.tell(form, answer);
            return;
        }
        List<Refusal.FieldError> errors = new ArrayList<>();
        for (Refusal.FieldError error : refusal.errors()) {
            String field = field(form, error.field(), place);
            if (form.asks(field) || error.field().equals("Idempotency-Key")) {
                errors.add(new Refusal.FieldError(field, error.code()));
            } else {
                form.refuse(whole(error.field()));
            }
        }
        form.refuse(
                new Refusal(refusal.status(), refusal.reason(), errors),
                "work",
                List.of(),
                error -> text(error.field()));
    }

    /** The text for what is wrong with a field. */
    static String text(String field) {
        String kind = Fields.kind(field);
        return KINDS.contains(kind) ? FAMILY + ".error." + kind : "planner.error.other";
    }

    private static String whole(String path) {
        if (path.equals("sections") || path.endsWith(".questions")) {
            return FAMILY + ".error.sections";
        }
        return path.endsWith(".condition") ? ELSEWHERE : "work.refused";
    }

    /** The field of the form for a path in the body. */
    private static String field(FilledForm form, String path, Place place) {
        String section = new Place(place.section(), -1).path() + ".";
        String name =
                (place.question() >= 0 && path.startsWith(place.path() + ".")
                                ? "question." + path.substring(place.path().length() + 1)
                                : path.startsWith(section)
                                                && !path.startsWith(section + "questions[")
                                        ? "section." + path.substring(section.length())
                                        : path)
                        .replaceAll("\\[([0-9]+)]", "-$1");
        if (name.equals("question.options")) {
            return "question.kind";
        }
        return Stream.of("", ".fi", ".label.fi")
                .map(end -> name + end)
                .filter(form::asks)
                .findFirst()
                .orElse(name);
    }
}
