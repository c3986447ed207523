package fi.kumppani.portal.organiser;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is to be done at an event that many hold together: where, with what, and who does it. */
final class TasksPart implements EventPart {

    private static final String LIST = "tasks";
    private static final String TAKER = "takenBy.name";
    private static final String MATERIALS = "materials";
    private static final PartRows ROWS =
            new PartRows(
                    LIST,
                    Stream.of(
                                    PartFields.words("title"),
                                    PartFields.words("details"),
                                    PartFields.words("area"),
                                    PartFields.words(MATERIALS),
                                    PartFields.words(TAKER),
                                    Stream.of(PartFields.ID, "done"))
                            .flatMap(each -> each)
                            .toList(),
                    List.of(),
                    Stream.of("title", "details", "area", MATERIALS, TAKER)
                            .flatMap(PartFields::words)
                            .toList(),
                    200);

    @Override
    public String name() {
        return LIST;
    }

    @Override
    public String path() {
        return WholeEvent.ONE + "/tasks";
    }

    @Override
    public Map<String, Object> body(WholeEvent event) {
        return new LinkedHashMap<>();
    }

    @Override
    public List<PartRows> lists() {
        return List.of(ROWS);
    }

    @Override
    public void fill(FilledForm form, Map<String, Object> told) {
        int row = 0;
        for (Map<String, Object> task : PartFields.objects(told.get(LIST))) {
            for (String part : List.of("title", "details", "area")) {
                PartFields.fillWords(form, ROWS.field(row, part), task.get(part));
            }
            MaterialLines.fill(form, ROWS.field(row, MATERIALS), task.get(MATERIALS));
            PartFields.fillWords(
                    form,
                    ROWS.field(row, TAKER),
                    WholeEvent.object(task.get("takenBy")).get("name"));
            form.put(ROWS.field(row, PartFields.ID), PartFields.text(task, PartFields.ID));
            form.put(
                    ROWS.field(row, "done"),
                    PartFields.text(task, "done").equals("true") ? "true" : "");
            row++;
        }
    }

    @Override
    public void write(FilledForm form, Map<String, Object> told, Map<String, Object> body) {
        List<Map<String, Object>> before = PartFields.objects(told.get(LIST));
        body.put(LIST, PartFields.rows(form, ROWS, row -> task(form, row, before)));
    }

    private static Map<String, Object> task(
            FilledForm form, int row, List<Map<String, Object>> before) {
        Map<String, Object> task = new LinkedHashMap<>();
        String id = form.value(ROWS.field(row, PartFields.ID));
        if (!id.isEmpty()) {
            task.put(PartFields.ID, id);
        }
        for (String part : List.of("title", "details", "area")) {
            PartFields.words(form, ROWS.field(row, part), part.equals("title"), task, part);
        }
        task.put(MATERIALS, MaterialLines.read(form, ROWS.field(row, MATERIALS)));
        taker(form, row, before, id, task);
        task.put("done", form.has(ROWS.field(row, "done"), "true"));
        return task;
    }

    /** An association that does it stays the one it is as long as its name does. */
    private static void taker(
            FilledForm form,
            int row,
            List<Map<String, Object>> before,
            String id,
            Map<String, Object> into) {
        Map<String, String> name = LocalizedFields.read(form, ROWS.field(row, TAKER));
        if (name.isEmpty()) {
            return;
        }
        Map<String, Object> taker = new LinkedHashMap<>();
        before.stream()
                .filter(task -> PartFields.text(task, PartFields.ID).equals(id))
                .map(task -> WholeEvent.object(task.get("takenBy")))
                .filter(was -> WholeEvent.object(was.get("name")).equals(name))
                .findFirst()
                .ifPresent(taker::putAll);
        taker.put("name", name);
        into.put("takenBy", taker);
    }
}
