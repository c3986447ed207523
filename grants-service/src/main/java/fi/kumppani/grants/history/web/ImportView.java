package fi.kumppani.grants.history.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.problem.FieldError;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/** What became of the rows of an import, in their order. */
record ImportView(
        int imported, int unchanged, int refused, List<RowView> calls, List<RowView> decisions) {

    static ImportView of(List<RowView> calls, List<RowView> decisions) {
        return new ImportView(
                count(calls, decisions, RowView.IMPORTED),
                count(calls, decisions, RowView.UNCHANGED),
                count(calls, decisions, RowView.REFUSED),
                calls,
                decisions);
    }

    private static int count(List<RowView> calls, List<RowView> decisions, String result) {
        return (int)
                Stream.concat(calls.stream(), decisions.stream())
                        .filter(row -> row.result().equals(result))
                        .count();
    }

    /**
     * What became of a row.
     *
     * @param result imported, unchanged or refused
     * @param id of the call or the application it became
     * @param errors why a row was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(
            String key,
            String result,
            @Nullable String id,
            @Nullable String diaryNumber,
            @Nullable List<FieldError> errors) {

        static final String IMPORTED = "imported";
        static final String UNCHANGED = "unchanged";
        static final String REFUSED = "refused";

        static RowView refused(String key, List<FieldError> errors) {
            return new RowView(key, REFUSED, null, null, errors);
        }
    }
}
