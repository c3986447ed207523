package fi.kumppani.portal.organiser;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Formats;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens at an event, in its order; some of it at a time of its own. */
final class ProgrammePart implements EventPart {

    private static final String LIST = "programme";
    private static final String AT = "startsAt";
    private static final String DAY = ".day";
    private static final String TIME = ".time";
    private static final PartRows ROWS =
            new PartRows(
                    LIST,
                    PartFields.told("text", AT + DAY, AT + TIME),
                    List.of(),
                    PartFields.told("text", AT + TIME),
                    50);

    @Override
    public String name() {
        return LIST;
    }

    @Override
    public List<PartRows> lists() {
        return List.of(ROWS);
    }

    @Override
    public void fill(FilledForm form, Map<String, Object> told) {
        int row = 0;
        for (Map<String, Object> item : PartFields.objects(told.get(LIST))) {
            PartFields.fillWords(form, ROWS.field(row, "text"), item.get("text"));
            PartFields.fillMoment(form, ROWS.field(row, AT), item, AT);
            row++;
        }
    }

    @Override
    public void write(FilledForm form, Map<String, Object> told, Map<String, Object> body) {
        String day = Formats.dayOf(Instant.parse(PartFields.text(told, AT))).toString();
        body.put(LIST, PartFields.rows(form, ROWS, row -> item(form, row, day)));
    }

    /** A time without a day is on the first day of the event. */
    private static Map<String, Object> item(FilledForm form, int row, String day) {
        Map<String, Object> item = new LinkedHashMap<>();
        PartFields.words(form, ROWS.field(row, "text"), true, item, "text");
        String at = ROWS.field(row, AT);
        if (form.value(at + DAY).isEmpty() && !form.value(at + TIME).isEmpty()) {
            form.put(at + DAY, day);
        }
        if (MomentFields.isWritten(form, at)) {
            MomentFields.read(form, at, null, PartFields.error(at))
                    .ifPresent(moment -> item.put(AT, moment));
        }
        return item;
    }
}
