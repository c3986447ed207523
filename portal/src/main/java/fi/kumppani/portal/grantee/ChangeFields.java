package fi.kumppani.portal.grantee;

import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Texts;

import org.springframework.util.MultiValueMap;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields by which a grantee asks for other terms; what is empty stays as it is. */
final class ChangeFields {

    static final String FAMILY = "terms";
    static final List<String> REASONS =
            List.of(
                    "change-pending",
                    "nothing-changes",
                    "ends-before-it-begins",
                    "not-granted",
                    "already-declined");

    /** As many characters as the service takes. */
    private static final int LONGEST = 4_000;

    private static final List<String> NAMES = List.of("use", "beginsOn", "endsOn", "reasons");

    private ChangeFields() {}

    static FilledForm empty(String key) {
        FilledForm form = new FilledForm(key, 2 * LONGEST);
        NAMES.forEach(field -> form.put(field, ""));
        return form;
    }

    /** Keeps what was sent. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        NAMES.forEach(field -> form.put(field, Texts.lines(sent.getFirst(field))));
    }

    /** What is sent to the service; what is missing or cannot be read becomes a fault. */
    static Map<String, Object> read(FilledForm form) {
        Map<String, Object> wish = new LinkedHashMap<>();
        text(form, "use", wish);
        day(form, "beginsOn", wish);
        day(form, "endsOn", wish);
        if (wish.isEmpty() && !form.isRefused()) {
            form.refuse("use", FAMILY + ".error.nothing");
        }
        text(form, "reasons", wish);
        if (form.value("reasons").isEmpty()) {
            form.refuse("reasons", FAMILY + ".error.reasons");
        }
        return wish;
    }

    private static void text(FilledForm form, String field, Map<String, Object> wish) {
        String text = form.value(field);
        if (text.length() > LONGEST) {
            form.refuse(field, FAMILY + ".error." + field);
        } else if (!text.isEmpty()) {
            wish.put(field, text);
        }
    }

    private static void day(FilledForm form, String field, Map<String, Object> wish) {
        Optional<LocalDate> day = Days.read(form.value(field));
        day.ifPresent(read -> wish.put(field, read.toString()));
        if (day.isEmpty() && !form.value(field).isEmpty()) {
            form.refuse(field, FAMILY + ".error." + field);
        }
    }
}
