package fi.kumppani.portal.organiser;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Texts;

import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of the form of a part of an event, which buttons add, move and remove. Their fields are
 * called as in the body that is sent, as in {@code quotas-0.seats}.
 *
 * @param name of the list
 * @param parts of each row that have one value; the first of them is sent with every row
 * @param choices those that have several
 * @param telling those of which one is filled in where a row says anything; other rows are left out
 * @param most rows that there can be
 */
record PartRows(
        String name, List<String> parts, List<String> choices, List<String> telling, int most) {

    /** A row on the page. */
    record Row(String field, int number, boolean first, boolean last) {}

    /** One of them as it was sent, which stays the same wherever it is moved. */
    private static final class Sent {

        private final Map<String, List<String>> fields = new LinkedHashMap<>();

        private boolean says(List<String> telling) {
            return telling.stream()
                    .flatMap(part -> fields.getOrDefault(part, List.of()).stream())
                    .anyMatch(value -> !value.isBlank());
        }
    }

    /** The name of a field. */
    String field(int row, String part) {
        return name + "-" + row + "." + part;
    }

    /**
     * Keeps the rows that were sent and say something, after what the pressed button does.
     *
     * @return what the names of the fields of the row begin with that it did something to; empty
     *     when there is none
     */
    String keep(FilledForm form, MultiValueMap<String, String> sent, RowAct act) {
        List<Sent> rows = sent(sent);
        Sent touched = act.on(name, rows, most, Sent::new);
        rows.removeIf(row -> row != touched && !row.says(telling));
        for (int row = 0; row < rows.size(); row++) {
            Map<String, List<String>> fields = rows.get(row).fields;
            for (String part : parts) {
                form.put(field(row, part), fields.getOrDefault(part, List.of("")).getFirst());
            }
            for (String choice : choices) {
                form.putAll(field(row, choice), fields.getOrDefault(choice, List.of()));
            }
        }
        int at = touched == null ? -1 : rows.indexOf(touched);
        return at < 0 ? "" : name + "-" + at;
    }

    private List<Sent> sent(MultiValueMap<String, String> sent) {
        List<Sent> rows = new ArrayList<>();
        while (rows.size() < most && sent.containsKey(field(rows.size(), parts.getFirst()))) {
            int at = rows.size();
            Sent row = new Sent();
            for (String part : parts) {
                row.fields.put(part, List.of(Texts.lines(sent.getFirst(field(at, part)))));
            }
            for (String choice : choices) {
                row.fields.put(
                        choice, Objects.requireNonNullElse(sent.get(field(at, choice)), List.of()));
            }
            rows.add(row);
        }
        return rows;
    }

    /** How many rows the form has. */
    int count(FilledForm form) {
        int row = 0;
        while (row < most && form.asks(field(row, parts.getFirst()))) {
            row++;
        }
        return row;
    }

    /** The rows of the page: at least one, to begin with. */
    List<Row> shown(FilledForm form) {
        int many = Math.max(1, count(form));
        return IntStream.range(0, many)
                .mapToObj(row -> new Row(name + "-" + row, row + 1, row == 0, row == many - 1))
                .toList();
    }

    /** The names of the fields that people read. */
    Stream<String> names(FilledForm form) {
        return IntStream.range(0, count(form))
                .boxed()
                .flatMap(
                        row ->
                                Stream.concat(parts.stream(), choices.stream())
                                        .filter(part -> !part.equals(PartFields.ID))
                                        .map(part -> field(row, part)));
    }
}
