package fi.kumppani.portal.organiser;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fills single fields of a part of an event in and reads them; what is wrong becomes a fault. */
final class PartFields {

    /** The part of a row that nobody sees, and that the service knows it by. */
    static final String ID = "id";

    private static final String ERROR = "happening.error.";
    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,4}");

    private PartFields() {}

    /** The fields of a text in each language, with others behind them. */
    static List<String> told(String text, String... others) {
        return Stream.concat(words(text), Stream.of(others)).toList();
    }

    /** The fields of a text in each language. */
    static Stream<String> words(String text) {
        return LANGUAGES.stream().map(language -> text + "." + language);
    }

    /** Fills in a text in each language. */
    static void fillWords(FilledForm form, String field, @Nullable Object told) {
        Map<String, Object> text = WholeEvent.object(told);
        LANGUAGES.forEach(language -> form.put(field + "." + language, text(text, language)));
    }

    /** Fills in a moment as day and time in Finland. */
    static void fillMoment(FilledForm form, String field, Map<String, Object> told, String key) {
        String moment = text(told, key);
        MomentFields.fill(form, field, moment.isEmpty() ? null : Instant.parse(moment));
    }

    /**
     * Sends a text in each language, or leaves it out; what must be there and is not is refused.
     */
    static void words(
            FilledForm form, String field, boolean needed, Map<String, Object> into, String key) {
        Map<String, String> texts = LocalizedFields.read(form, field);
        if (!texts.isEmpty()) {
            into.put(key, texts);
        } else if (needed) {
            form.refuse(field + ".fi", error(field));
        }
    }

    /** Sends a number of people of at least 1, or leaves it out. */
    static void count(
            FilledForm form, String field, boolean needed, Map<String, Object> into, String key) {
        line(form, field, COUNT, into, key);
        into.computeIfPresent(key, (_, number) -> Integer.valueOf(number.toString()));
        if (needed && form.value(field).isEmpty()) {
            form.refuse(field, error(field));
        }
    }

    /** Sends a word that looks so, or leaves it out. */
    static void line(
            FilledForm form, String field, Pattern known, Map<String, Object> into, String key) {
        String value = form.value(field);
        if (known.matcher(value).matches()) {
            into.put(key, value);
        } else if (!value.isEmpty()) {
            form.refuse(field, error(field));
        }
    }

    /** What the rows of a form say. */
    static List<Map<String, Object>> rows(
            FilledForm form, PartRows rows, IntFunction<Map<String, Object>> read) {
        return IntStream.range(0, rows.count(form)).mapToObj(read).toList();
    }

    /** The ids that rows of a form have. */
    static Set<String> ids(FilledForm form, PartRows rows) {
        return IntStream.range(0, rows.count(form))
                .mapToObj(row -> form.value(rows.field(row, ID)))
                .collect(Collectors.toSet());
    }

    /**
     * Begins a row with the id it has, or with one that no other row has.
     *
     * @param taken to which a new one is added
     */
    static Map<String, Object> named(String own, Set<String> taken) {
        String id = own;
        for (int number = 1; id.isEmpty(); number++) {
            id = taken.add("no-" + number) ? "no-" + number : "";
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(ID, id);
        return row;
    }

    /** The key of the text that says what is wrong with a field. */
    static String error(String field) {
        return ERROR + kind(field);
    }

    /** What a field is, whichever row it is of, in whichever language or half. */
    static String kind(String field) {
        return field.replaceFirst("-[0-9]+", "").replaceFirst("\\.(fi|sv|en|day|time)$", "");
    }

    /** The objects of a list that was told. */
    static List<Map<String, Object>> objects(@Nullable Object told) {
        return told instanceof List<?> list
                ? list.stream().map(WholeEvent::object).toList()
                : List.of();
    }

    /** The words of a list that was told. */
    static List<String> list(@Nullable Object told) {
        return told instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A word that was told; empty where it was not. */
    static String text(Map<String, Object> told, String key) {
        return Objects.toString(told.get(key), "");
    }
}
