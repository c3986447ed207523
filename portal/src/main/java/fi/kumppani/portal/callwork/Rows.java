package fi.kumppani.portal.callwork;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Texts;

import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of a form that say the same kind of thing, as many as are filled in and some empty ones at
 * their end. Their fields are called as in the body that is sent, as in {@code criteria-0.weight}.
 *
 * @param name of the list
 * @param parts of each row
 * @param telling those of the parts of which one is filled in where a row says anything
 * @param most rows that there can be
 */
record Rows(String name, List<String> parts, List<String> telling, int most) {

    private static final int EMPTY_ONES = 2;
    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    /** A row on the page. */
    record Row(String field, int number) {}

    /** The fields of a text in each language. */
    static List<String> words(String part) {
        return LANGUAGES.stream().map(language -> part + "." + language).toList();
    }

    /** The parts of a row that is told by a text in each language. */
    static Rows told(String name, String text, List<String> others, int most) {
        return new Rows(
                name,
                Stream.concat(words(text).stream(), others.stream()).toList(),
                words(text),
                most);
    }

    /** The name of a field. */
    String field(int row, String part) {
        return name + "-" + row + "." + part;
    }

    /** Keeps the rows that were sent and say something, one after the other. */
    void keep(FilledForm form, MultiValueMap<String, String> sent) {
        int kept = 0;
        for (int row = 0; row < most + EMPTY_ONES && kept < most; row++) {
            int each = row;
            boolean says =
                    telling.stream()
                            .map(part -> sent.getFirst(field(each, part)))
                            .anyMatch(value -> value != null && !value.isBlank());
            if (says) {
                for (String part : parts) {
                    form.put(field(kept, part), Texts.lines(sent.getFirst(field(row, part))));
                }
                kept++;
            }
        }
    }

    /** How many rows say something. */
    int count(FilledForm form) {
        int row = 0;
        while (row < most && form.asks(field(row, parts.getFirst()))) {
            row++;
        }
        return row;
    }

    /** The rows of the page, the empty ones too. */
    List<Row> shown(FilledForm form) {
        return IntStream.range(0, Math.min(most, count(form) + EMPTY_ONES))
                .mapToObj(row -> new Row(name + "-" + row, row + 1))
                .toList();
    }

    /** The names of all fields that are filled in. */
    Stream<String> names(FilledForm form) {
        return IntStream.range(0, count(form))
                .boxed()
                .flatMap(row -> parts.stream().map(part -> field(row, part)));
    }
}
