package fi.kumppani.portal.application;

import fi.kumppani.portal.page.FilledForm;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** What somebody else has saved where a form says something else, so that nothing is lost. */
public final class Meanwhile {

    private Meanwhile() {}

    /** The texts that were saved, by field. */
    public static Map<String, String> of(
            FilledForm sent, FilledForm saved, Collection<String> fields) {
        return of(sent, saved, fields, (_, value) -> value);
    }

    /**
     * The same where values are not what people read.
     *
     * @param words what a value of a field means
     */
    public static Map<String, String> of(
            FilledForm sent,
            FilledForm saved,
            Collection<String> fields,
            BiFunction<String, String, String> words) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String field : fields) {
            if (!saved.values(field).equals(sent.values(field))) {
                String text =
                        String.join(
                                ", ",
                                saved.values(field).stream()
                                        .map(value -> words.apply(field, value))
                                        .toList());
                texts.put(field, text.isEmpty() ? "–" : text);
            }
        }
        return texts;
    }
}
