package fi.kumppani.portal.organiser;

import fi.kumppani.portal.coordinator.AskedQuestion;
import fi.kumppani.portal.coordinator.QuestionFields;
import fi.kumppani.portal.page.FilledForm;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the rules by which people register from the form of an event, as {@link EventBody} does.
 */
final class RegistrationBody {

    private RegistrationBody() {}

    /**
     * The rules that are to be written.
     *
     * @param before the event whose other rules stay; null for one that is like no other
     * @param was the moments that were shown, by field
     * @param questions as they were read from the same form
     */
    static Map<String, Object> read(
            FilledForm form,
            @Nullable WholeEvent before,
            Map<String, @Nullable Instant> was,
            List<AskedQuestion> questions) {
        Map<String, Object> rules =
                before == null ? new LinkedHashMap<>() : before.part("registration");
        rules.remove("formVersion");
        rules.remove("opensAt");
        if (MomentFields.isWritten(form, EventFields.OPENS)) {
            MomentFields.read(form, EventFields.OPENS, was.get(EventFields.OPENS))
                    .ifPresent(opens -> rules.put("opensAt", opens));
        }
        String admitted = EventFields.chosen(form, EventFields.ADMITTED, "anyone");
        rules.put("admitted", admitted);
        if (!admitted.equals("invited")) {
            rules.remove("invited");
        }
        count(form, EventFields.PER_ASSOCIATION, "seatsPerAssociation", rules);
        count(form, EventFields.PARTY, "largestParty", rules);
        count(form, EventFields.WAITING, "mostWaiting", rules);
        offer(form, rules);
        rules.put("answerByMailOnly", form.has(EventFields.MAIL_ONLY, "true"));
        rules.put("approval", form.has(EventFields.APPROVAL, "true"));
        rules.put("questions", questions(form, questions));
        return rules;
    }

    /** Whether seats that become free are offered, and for how long. */
    private static void offer(FilledForm form, Map<String, Object> rules) {
        Object told = rules.remove("acceptWithin");
        if (!form.has(EventFields.QUEUE, "offer")) {
            return;
        }
        EventFields.count(form, EventFields.ACCEPT_WITHIN, true)
                .ifPresent(
                        hours ->
                                rules.put(
                                        "acceptWithin",
                                        told != null
                                                        && Duration.parse(told.toString()).toHours()
                                                                == hours
                                                ? told
                                                : Duration.ofHours(hours).toString()));
    }

    private static List<Map<String, Object>> questions(FilledForm form, List<AskedQuestion> asked) {
        Map<String, String> purposes = new HashMap<>();
        int row = 0;
        for (AskedQuestion question : asked) {
            while (!EventFields.isWritten(form, QuestionFields.field(row) + ".label")) {
                row++;
            }
            purposes.put(question.id(), form.value(EventFields.purpose(row)));
            row++;
        }
        List<Map<String, Object>> questions = new ArrayList<>();
        for (AskedQuestion question : asked) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("id", question.id());
            body.put("label", question.label());
            body.put("kind", question.kind());
            body.put("required", question.required());
            String purpose = purposes.getOrDefault(question.id(), "");
            body.put("purpose", purpose.isEmpty() ? "general" : purpose);
            if (question.options() != null) {
                body.put("options", question.options());
            }
            if (question.condition() != null) {
                body.put("condition", question.condition());
            }
            questions.add(body);
        }
        return questions;
    }

    private static void count(FilledForm form, String field, String key, Map<String, Object> into) {
        into.remove(key);
        EventFields.count(form, field, false).ifPresent(count -> into.put(key, count));
    }
}
