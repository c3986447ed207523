package fi.kumppani.portal.organiser;

import fi.kumppani.portal.event.EventFacts;
import fi.kumppani.portal.page.FilledForm;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Seats of an event that are kept for some people: at most so many of them get one. */
final class QuotasPart implements EventPart {

    private static final String LIST = "quotas";
    private static final String RULES = "registration";
    private static final PartRows ROWS =
            new PartRows(
                    LIST,
                    PartFields.told("title", PartFields.ID, "seats"),
                    List.of(),
                    PartFields.told("title", "seats"),
                    20);

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
    public void fill(FilledForm form, Map<String, Object> told) {
        int row = 0;
        for (Map<String, Object> quota :
                PartFields.objects(WholeEvent.object(told.get(RULES)).get(LIST))) {
            PartFields.fillWords(form, ROWS.field(row, "title"), quota.get("title"));
            form.put(ROWS.field(row, PartFields.ID), PartFields.text(quota, PartFields.ID));
            form.put(ROWS.field(row, "seats"), PartFields.text(quota, "seats"));
            row++;
        }
    }

    @Override
    public void write(FilledForm form, Map<String, Object> told, Map<String, Object> body) {
        Map<String, Object> rules = WholeEvent.object(body.get(RULES));
        Set<String> taken = PartFields.ids(form, ROWS);
        rules.put(
                LIST,
                PartFields.rows(
                        form,
                        ROWS,
                        row -> {
                            Map<String, Object> quota =
                                    PartFields.named(
                                            form.value(ROWS.field(row, PartFields.ID)), taken);
                            PartFields.words(form, ROWS.field(row, "title"), true, quota, "title");
                            PartFields.count(form, ROWS.field(row, "seats"), true, quota, "seats");
                            return quota;
                        }));
        body.put(RULES, rules);
    }
}
