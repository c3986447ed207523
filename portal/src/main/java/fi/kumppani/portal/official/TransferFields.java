package fi.kumppani.portal.official;

import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;

import org.springframework.util.MultiValueMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields by which an application is moved: where to, and what is missing for it there. */
final class TransferFields {

    private static final String FAMILY = "transfer";
    private static final String CALL = "callId";
    private static final String WHAT = "what";
    private static final String DUE = "dueOn";

    /** Why something is refused, in words. */
    static final Refusals REFUSALS =
            new Refusals(
                    FAMILY,
                    Set.of(
                            "same-call",
                            "association-unknown",
                            "association-not-active",
                            "form-not-eligible",
                            "call-not-open-yet",
                            "call-closed",
                            "over-cap",
                            "money-spent",
                            "over-cap-per-applicant",
                            "over-cap-per-event",
                            "total-cost-missing",
                            "over-share",
                            "costs-too-high",
                            "home-elsewhere",
                            "dates-missing",
                            "already-begun",
                            "outside-year",
                            "funded-from-another-call",
                            "already-applied",
                            "not-declared",
                            "no-consortium",
                            "too-many-partners",
                            "partner-not-eligible",
                            "partner-not-joined",
                            "report-overdue"),
                    Map.of(),
                    TransferFields::field);

    private TransferFields() {}

    /** Keeps what was sent. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        form.put(CALL, sent.getFirst(CALL));
        LocalizedFields.keep(form, WHAT, sent);
        form.put(DUE, sent.getFirst(DUE));
    }

    /** What is sent to the service; what is missing or cannot be read becomes a fault. */
    static Map<String, Object> read(FilledForm form) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (form.value(CALL).isEmpty()) {
            form.refuse(CALL, FAMILY + ".error." + CALL);
        }
        body.put(CALL, form.value(CALL));
        Map<String, String> what = LocalizedFields.read(form, WHAT);
        if (!what.isEmpty() || !form.value(DUE).isEmpty()) {
            Map<String, Object> supplement = new LinkedHashMap<>();
            supplement.put(WHAT, what);
            Days.read(form.value(DUE))
                    .ifPresentOrElse(
                            day -> supplement.put(DUE, day.toString()),
                            () -> form.refuse(DUE, FAMILY + ".error." + DUE));
            if (what.isEmpty()) {
                form.refuse(WHAT + ".fi", FAMILY + ".error." + WHAT);
            }
            body.put("supplement", supplement);
        }
        return body;
    }

    /** The field for a path in the body; that something is missing there is told at the texts. */
    private static String field(String path) {
        if (List.of("supplement", "supplement." + WHAT).contains(path)) {
            return WHAT + ".fi";
        }
        return path.replaceFirst("^supplement\\.", "");
    }
}
