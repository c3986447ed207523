package fi.kumppani.portal.reportwork;

import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;
import fi.kumppani.portal.page.Texts;

import org.springframework.util.MultiValueMap;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields by which a report is checked, or asked to be completed. */
final class CheckFields {

    static final String FAMILY = "checking";

    /** What can be found. */
    static final List<String> FINDINGS = List.of("approved", "partly-approved", "rejected");

    private static final List<String> NAMES = List.of("finding", "accepted", "recover", "reason");
    private static final String ERROR = FAMILY + ".error.";

    private CheckFields() {}

    /** Fills in the usual: that all of the costs are approved. */
    static void fill(FilledForm form, BigDecimal used) {
        NAMES.forEach(field -> form.put(field, ""));
        form.put("accepted", Amounts.field(used));
        form.put("recover", "0");
        LocalizedFields.fill(form, "what", null);
        form.put("dueOn", "");
    }

    /** Keeps what was sent of those fields that were. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        for (String field : NAMES) {
            if (sent.containsKey(field)) {
                form.put(field, Texts.lines(sent.getFirst(field)));
            }
        }
        LocalizedFields.keep(form, "what", sent);
        form.put("dueOn", sent.getFirst("dueOn"));
    }

    /** What was found; what is missing or cannot be read becomes a fault of the form. */
    static Map<String, Object> check(FilledForm form) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!FINDINGS.contains(form.value("finding"))) {
            form.refuse("finding", ERROR + "finding");
        }
        body.put("finding", form.value("finding"));
        for (String field : List.of("accepted", "recover")) {
            Amounts.read(form.value(field))
                    .ifPresentOrElse(
                            amount -> body.put(field, amount),
                            () -> form.refuse(field, ERROR + field));
        }
        if (form.value("reason").isEmpty()) {
            form.refuse("reason", ERROR + "reason");
        }
        body.put("reason", form.value("reason"));
        return body;
    }

    /** What is to be completed by when. */
    static Map<String, Object> request(FilledForm form) {
        Map<String, Object> body = new LinkedHashMap<>();
        Map<String, String> what = LocalizedFields.read(form, "what");
        if (what.isEmpty()) {
            form.refuse("what.fi", ERROR + "what");
        }
        body.put("what", what);
        Days.read(form.value("dueOn"))
                .ifPresentOrElse(
                        day -> body.put("dueOn", day.toString()),
                        () -> form.refuse("dueOn", ERROR + "dueOn"));
        return body;
    }
}
