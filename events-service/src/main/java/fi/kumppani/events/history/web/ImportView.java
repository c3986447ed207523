package fi.kumppani.events.history.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.events.history.ImportedRow;
import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.FieldErrors;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What became of the rows of an import, in their order. */
record ImportView(int imported, int unchanged, int refused, List<RowView> events) {

    static ImportView of(List<RowView> rows) {
        return new ImportView(
                count(rows, RowView.IMPORTED),
                count(rows, RowView.UNCHANGED),
                count(rows, RowView.REFUSED),
                rows);
    }

    private static int count(List<RowView> rows, String result) {
        return (int) rows.stream().filter(row -> row.result().equals(result)).count();
    }

    /**
     * What became of a row.
     *
     * @param result {@code imported}, {@code unchanged} or {@code refused}
     * @param id of the event it became
     * @param errors why it was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(
            String key, String result, @Nullable String id, @Nullable List<FieldError> errors) {

        static final String IMPORTED = "imported";
        static final String UNCHANGED = "unchanged";
        static final String REFUSED = "refused";

        static RowView refused(String key, FieldErrors errors) {
            return new RowView(key, REFUSED, null, errors.all());
        }

        static RowView of(String key, ImportedRow row) {
            return switch (row) {
                case ImportedRow.Imported(var id) -> new RowView(key, IMPORTED, id.value(), null);
                case ImportedRow.Unchanged(var id) -> new RowView(key, UNCHANGED, id.value(), null);
                case ImportedRow.KeyReused _ ->
                        refused(
                                key,
                                new FieldErrors()
                                        .add(
                                                "key",
                                                "key-reused",
                                                "This key came with another event before"));
            };
        }
    }
}
