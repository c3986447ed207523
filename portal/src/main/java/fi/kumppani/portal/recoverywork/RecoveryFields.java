package fi.kumppani.portal.recoverywork;

import fi.kumppani.portal.grantee.ClaimView;
import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Texts;

import org.springframework.util.MultiValueMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields by which something is claimed back, or booked as returned. */
final class RecoveryFields {

    /** Until when the grantee is heard, or why it is not (hallintolaki 434/2003, 34 §). */
    static final List<String> HEARINGS = List.of("until", "unnecessary", "would-frustrate");

    private static final String ERROR = RecoveryMoves.FAMILY + ".error.";
    private static final List<String> NAMES =
            List.of(
                    "ground",
                    "amount",
                    "reason",
                    "hearing",
                    "hearingUntil",
                    "claim",
                    "returned",
                    "receivedOn");

    private RecoveryFields() {}

    /** Keeps what was sent; nothing where nothing was. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        NAMES.forEach(field -> form.put(field, Texts.lines(sent.getFirst(field))));
    }

    /** What is proposed; what is missing or cannot be read becomes a fault of the form. */
    static Map<String, Object> claim(FilledForm form) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!ClaimView.GROUNDS.contains(form.value("ground"))) {
            form.refuse("ground", ERROR + "ground");
        }
        body.put("ground", form.value("ground"));
        amount(form, "amount", body);
        if (form.value("reason").isEmpty()) {
            form.refuse("reason", ERROR + "reason");
        }
        body.put("reason", form.value("reason"));
        String hearing = form.value("hearing");
        if (!HEARINGS.contains(hearing)) {
            form.refuse("hearing", ERROR + "hearing");
        } else if (hearing.equals("until")) {
            day(form, "hearingUntil", body);
        } else {
            body.put("hearingWaived", hearing);
        }
        return body;
    }

    /** What came. */
    static Map<String, Object> money(FilledForm form) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (form.value("claim").matches("[0-9]{1,6}")) {
            body.put("claim", Integer.valueOf(form.value("claim")));
        }
        amount(form, "returned", body);
        day(form, "receivedOn", body);
        return body;
    }

    private static void amount(FilledForm form, String field, Map<String, Object> body) {
        Amounts.read(form.value(field))
                .ifPresentOrElse(
                        amount -> body.put("amount", amount),
                        () -> form.refuse(field, ERROR + field));
    }

    /** A day that there has to be. */
    static void day(FilledForm form, String field, Map<String, Object> body) {
        Days.read(form.value(field))
                .ifPresentOrElse(
                        day -> body.put(field, day.toString()),
                        () -> form.refuse(field, ERROR + field));
    }
}
