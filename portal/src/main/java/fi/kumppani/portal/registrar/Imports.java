package fi.kumppani.portal.registrar;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.person.Person;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Has the registry try or import rows, some at a time. */
final class Imports {

    /** Where rows are imported. */
    static final String REAL = "/v1/municipalities/{municipality}/association-imports";

    /** Where it is only told what would become of them. */
    static final String TRIAL = REAL + "/trials";

    /** The registry takes 500; fewer are answered within the time a page waits. */
    private static final int TOGETHER = 100;

    private Imports() {}

    /** What the registry answers. */
    record Answered(List<Result> rows) {}

    /**
     * What became of a row.
     *
     * @param result {@code importable}, {@code imported}, {@code unchanged} or {@code refused}
     */
    record Result(String result, @Nullable List<Refusal.FieldError> errors) {}

    /**
     * A row with what became of it.
     *
     * @param faults keys of the texts that say why it was refused
     */
    record Row(ImportRow row, String result, List<String> faults) {

        Row {
            faults = List.copyOf(faults);
        }
    }

    /** What came of all that could be asked; {@code answer} tells why not of more. */
    record Outcome(List<Row> rows, Answer<Answered> answer) {

        boolean isWhole() {
            return answer instanceof Answer.Found<Answered>;
        }

        /** How many rows ended so. */
        long count(String result) {
            return rows.stream().filter(row -> row.result().equals(result)).count();
        }
    }

    /**
     * Asks about rows in their order.
     *
     * @param path {@link #REAL} or {@link #TRIAL}
     */
    static Outcome of(Person person, String municipality, String path, List<ImportRow> rows) {
        List<Row> done = new ArrayList<>();
        Answer<Answered> answer = new Answer.Found<>(new Answered(List.of()));
        for (int from = 0; from < rows.size(); from += TOGETHER) {
            List<ImportRow> some = rows.subList(from, Math.min(rows.size(), from + TOGETHER));
            List<ImportRow> sound = some.stream().filter(row -> row.faults().isEmpty()).toList();
            if (!sound.isEmpty()) {
                answer = person.answer(question(municipality, path, sound));
            }
            if (!(answer instanceof Answer.Found<Answered>(Answered found))) {
                break;
            }
            int next = 0;
            for (ImportRow row : some) {
                done.add(
                        row.faults().isEmpty()
                                ? row(row, found.rows().get(next++))
                                : new Row(row, "refused", row.faults()));
            }
        }
        return new Outcome(List.copyOf(done), answer);
    }

    private static Question<Answered> question(
            String municipality, String path, List<ImportRow> rows) {
        return Question.post(
                Backend.REGISTRY,
                Answered.class,
                path,
                Map.of("municipality", municipality),
                Map.of("rows", rows.stream().map(Imports::asked).toList()));
    }

    private static Map<String, Object> asked(ImportRow row) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("key", row.key());
        asked.put("association", row.association());
        if (!row.contact().isEmpty()) {
            asked.put("contact", row.contact());
        }
        return asked;
    }

    private static Row row(ImportRow row, Result result) {
        return new Row(
                row,
                result.result(),
                result.errors() == null
                        ? List.of()
                        : result.errors().stream().map(Imports::text).distinct().toList());
    }

    private static String text(Refusal.FieldError error) {
        return switch (error.field() + " " + error.code()) {
            case "businessId taken" -> "registrar.reason.business-id-taken";
            case "registerNumber taken" -> "registrar.reason.register-number-taken";
            case "key key-reused" -> "registrar.import.fault.key-reused";
            case "key malformed" -> "registrar.import.fault.key";
            default -> AssociationForm.text(error);
        };
    }
}
