package fi.kumppani.portal.reportwork;

import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;
import fi.kumppani.portal.page.Texts;

import org.springframework.util.MultiValueMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields by which a request for other terms is decided. */
final class RulingFields {

    static final String FAMILY = "ruling";

    /** What can be decided. */
    static final List<String> DECISIONS = List.of("all", "some", "nothing");

    private static final String DECISION = "decision";
    private static final String EXPLANATION = "explanation";
    private static final List<String> DAYS = List.of("beginsOn", "endsOn");
    private static final List<String> NAMES =
            List.of(DECISION, "use", "beginsOn", "endsOn", "title", "section");
    private static final String ERROR = FAMILY + ".error.";

    private RulingFields() {}

    /** Keeps what was sent; nothing where nothing was. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        NAMES.forEach(field -> form.put(field, Texts.lines(sent.getFirst(field))));
        LocalizedFields.keep(form, EXPLANATION, sent);
    }

    /** What is sent to the service; what is missing or cannot be read becomes a fault. */
    static Map<String, Object> read(FilledForm form) {
        Map<String, Object> body = new LinkedHashMap<>();
        String decision = form.value(DECISION);
        if (!DECISIONS.contains(decision)) {
            form.refuse(DECISION, ERROR + DECISION);
        }
        body.put("approved", !decision.equals("nothing"));
        if (decision.equals("some")) {
            body.put("terms", terms(form));
        }
        Map<String, String> explanation = LocalizedFields.read(form, EXPLANATION);
        if (explanation.isEmpty()) {
            form.refuse(EXPLANATION + ".fi", ERROR + EXPLANATION);
        }
        body.put(EXPLANATION, explanation);
        body.put("maker", "official");
        for (String field : List.of("title", "section")) {
            if (!form.value(field).isEmpty()) {
                body.put(field, form.value(field));
            }
        }
        return body;
    }

    private static Map<String, String> terms(FilledForm form) {
        Map<String, String> terms = new LinkedHashMap<>();
        if (!form.value("use").isEmpty()) {
            terms.put("use", form.value("use"));
        }
        for (String field : DAYS) {
            if (!form.value(field).isEmpty()) {
                Days.read(form.value(field))
                        .ifPresentOrElse(
                                day -> terms.put(field, day.toString()),
                                () -> form.refuse(field, ERROR + field));
            }
        }
        if (terms.isEmpty() && !form.isRefused()) {
            form.refuse("use", ERROR + "use");
        }
        return terms;
    }
}
