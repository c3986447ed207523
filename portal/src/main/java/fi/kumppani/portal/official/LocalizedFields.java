package fi.kumppani.portal.official;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Texts;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields for one text in each language. */
public final class LocalizedFields {

    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    private LocalizedFields() {}

    /** Keeps what was sent. */
    public static void keep(FilledForm form, String field, MultiValueMap<String, String> sent) {
        for (String language : LANGUAGES) {
            String name = field + "." + language;
            form.put(name, Texts.lines(sent.getFirst(name)));
        }
    }

    /** Fills in what is known. */
    public static void fill(FilledForm form, String field, @Nullable LocalizedText text) {
        form.put(field + ".fi", text == null ? "" : text.fi());
        form.put(field + ".sv", text == null ? "" : text.sv());
        form.put(field + ".en", text == null ? "" : text.en());
    }

    /** What was written, by language; nothing where nothing was. */
    public static Map<String, String> read(FilledForm form, String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            String text = form.value(field + "." + language);
            if (!text.isEmpty()) {
                texts.put(language, text);
            }
        }
        return texts;
    }

    /** The names of the fields. */
    public static List<String> names(String field) {
        return LANGUAGES.stream().map(language -> field + "." + language).toList();
    }
}
