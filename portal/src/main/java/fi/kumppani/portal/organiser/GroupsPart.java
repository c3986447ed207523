package fi.kumppani.portal.organiser;

import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.person.Person;
import fi.kumppani.portal.reader.Reader;

import org.springframework.ui.Model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The workshop groups of an event, which people choose or the class of their association does. */
final class GroupsPart implements EventPart {

    private static final String LIST = "groups";
    private static final String RULES = "registration";
    private static final String WORKSHOPS = "workshops";
    private static final String BY_CLASS = "byClass";
    private static final List<String> CLASSES =
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "9");
    private static final PartRows ROWS =
            new PartRows(
                    LIST,
                    PartFields.told("title", PartFields.ID, "seats"),
                    List.of("classes"),
                    PartFields.told("title", "seats"),
                    30);

    @Override
    public String name() {
        return LIST;
    }

    @Override
    public boolean isOf(EventFacts event) {
        return event.registration() != null;
    }

    @Override
    public List<PartRows> lists() {
        return List.of(ROWS);
    }

    @Override
    public List<String> others() {
        return List.of(BY_CLASS);
    }

    @Override
    public void fill(FilledForm form, Map<String, Object> told) {
        Map<String, Object> workshops =
                WholeEvent.object(WholeEvent.object(told.get(RULES)).get(WORKSHOPS));
        form.putAll(
                BY_CLASS,
                PartFields.text(workshops, BY_CLASS).equals("true") ? List.of("true") : List.of());
        int row = 0;
        for (Map<String, Object> group : PartFields.objects(workshops.get(LIST))) {
            PartFields.fillWords(form, ROWS.field(row, "title"), group.get("title"));
            form.put(ROWS.field(row, PartFields.ID), PartFields.text(group, PartFields.ID));
            form.put(ROWS.field(row, "seats"), PartFields.text(group, "seats"));
            form.putAll(ROWS.field(row, "classes"), PartFields.list(group.get("classes")));
            row++;
        }
    }

    @Override
    public void write(FilledForm form, Map<String, Object> told, Map<String, Object> body) {
        Set<String> taken = PartFields.ids(form, ROWS);
        Map<String, Object> workshops = new LinkedHashMap<>();
        workshops.put(BY_CLASS, form.has(BY_CLASS, "true"));
        workshops.put(LIST, PartFields.rows(form, ROWS, row -> group(form, row, taken)));
        Map<String, Object> rules = WholeEvent.object(body.get(RULES));
        rules.put(WORKSHOPS, workshops);
        body.put(RULES, rules);
    }

    private static Map<String, Object> group(FilledForm form, int row, Set<String> taken) {
        Map<String, Object> group =
                PartFields.named(form.value(ROWS.field(row, PartFields.ID)), taken);
        PartFields.words(form, ROWS.field(row, "title"), true, group, "title");
        PartFields.count(form, ROWS.field(row, "seats"), false, group, "seats");
        group.put(
                "classes",
                form.values(ROWS.field(row, "classes")).stream()
                        .filter(CLASSES::contains)
                        .toList());
        return group;
    }

    @Override
    public void show(
            String code, Map<String, Object> told, Person person, Reader reader, Model model) {
        model.addAttribute("classes", CLASSES);
    }
}
