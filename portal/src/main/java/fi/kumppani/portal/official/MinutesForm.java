package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.page.FilledForm;

import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of the minutes: the section, and for each row what was resolved. What was resolved
 * otherwise, and why members left, is asked of those rows alone that it is said of.
 */
final class MinutesForm {

    static final String SECTION = "section";
    static final String RESOLUTION = "resolution";
    static final String LEFT = "left";
    static final String GROUND = "ground";
    static final String AS_PROPOSED = "as-proposed";
    static final String OTHERWISE = "otherwise";

    /** What a board can resolve of a row. */
    static final List<String> RESOLUTIONS = List.of(AS_PROPOSED, OTHERWISE, "tabled", "returned");

    private static final Pattern MEMBERS = Pattern.compile("[1-9][0-9]?|100");
    private static final Pattern LISTED =
            Pattern.compile("(exceptions|withdrawals)\\[([0-9]+)]\\.(.*)");

    private final FilledForm form;
    private final List<BoardRowFacts> rows;
    private final List<BoardRowFacts> exceptions = new ArrayList<>();
    private final List<BoardRowFacts> withdrawals = new ArrayList<>();

    MinutesForm(FilledForm form, List<BoardRowFacts> rows) {
        this.form = form;
        this.rows = rows;
    }

    /** What stands before the names of a row's fields. */
    static String at(BoardRowFacts row) {
        return "row" + row.position() + ".";
    }

    /** Keeps what was sent; everything as proposed where nothing was. */
    void keep(MultiValueMap<String, String> sent) {
        form.put(SECTION, sent.getFirst(SECTION));
        for (BoardRowFacts row : rows) {
            String at = at(row);
            String resolution = sent.getFirst(at + RESOLUTION);
            form.put(
                    at + RESOLUTION,
                    resolution != null && RESOLUTIONS.contains(resolution)
                            ? resolution
                            : AS_PROPOSED);
            form.put(at + LEFT, sent.getFirst(at + LEFT));
            form.put(at + GROUND, sent.getFirst(at + GROUND));
            VerdictFields.keep(form, at, sent);
        }
    }

    /** What is sent to the service; what cannot be read becomes a fault of the form. */
    Map<String, Object> read() {
        if (form.value(SECTION).isEmpty()) {
            form.refuse(SECTION, "work.error.section");
        }
        List<Map<String, Object>> told = new ArrayList<>();
        List<Map<String, Object>> left = new ArrayList<>();
        for (BoardRowFacts row : rows) {
            String at = at(row);
            String resolution = form.value(at + RESOLUTION);
            if (!resolution.equals(AS_PROPOSED)) {
                exceptions.add(row);
                told.add(exception(row, resolution));
            }
            if (!form.value(at + LEFT).isEmpty()) {
                withdrawals.add(row);
                left.add(withdrawal(row));
            }
        }
        Map<String, Object> minutes = new LinkedHashMap<>();
        minutes.put(SECTION, form.value(SECTION));
        minutes.put("exceptions", told);
        minutes.put("withdrawals", left);
        return minutes;
    }

    private Map<String, Object> exception(BoardRowFacts row, String resolution) {
        Map<String, Object> exception = new LinkedHashMap<>();
        exception.put("applicationId", row.applicationId());
        exception.put(RESOLUTION, resolution);
        if (resolution.equals(OTHERWISE)) {
            exception.put("verdict", VerdictFields.read(form, at(row)));
        }
        return exception;
    }

    private Map<String, Object> withdrawal(BoardRowFacts row) {
        String members = form.value(at(row) + LEFT);
        String ground = form.value(at(row) + GROUND);
        boolean sound = MEMBERS.matcher(members).matches();
        if (!sound) {
            form.refuse(at(row) + LEFT, "work.error.left");
        }
        if (!Grounds.ALL.contains(ground)) {
            form.refuse(at(row) + GROUND, "work.error.ground");
        }
        return Map.of(
                "applicationId",
                row.applicationId(),
                GROUND,
                ground,
                "members",
                sound ? Integer.parseInt(members) : 0);
    }

    /** Puts what the service refused beside the fields of the row it is about. */
    void refuse(Answer<?> answer) {
        if (answer instanceof Answer.Refused<?>(Refusal refusal)) {
            Refusals.put(
                    form,
                    new Answer.Refused<>(
                            new Refusal(
                                    refusal.status(),
                                    refusal.reason(),
                                    refusal.ground(),
                                    refusal.errors().stream().map(this::inForm).toList())));
        } else {
            Refusals.put(form, answer);
        }
    }

    private Refusal.FieldError inForm(Refusal.FieldError error) {
        Matcher listed = LISTED.matcher(error.field());
        if (listed.matches()) {
            List<BoardRowFacts> named =
                    listed.group(1).equals("exceptions") ? exceptions : withdrawals;
            int index = Integer.parseInt(listed.group(2));
            if (index < named.size()) {
                return new Refusal.FieldError(
                        at(named.get(index)) + listed.group(3).replaceFirst("^verdict\\.", ""),
                        error.code());
            }
        }
        return rows.stream()
                .filter(row -> error.field().equals("rows[" + row.applicationId() + "]"))
                .findFirst()
                .map(row -> new Refusal.FieldError(at(row) + RESOLUTION, error.code()))
                .orElse(error);
    }
}
