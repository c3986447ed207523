package fi.kumppani.portal.redresswork;

import fi.kumppani.portal.official.Refusals;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Texts;

import org.springframework.util.MultiValueMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of what can be stated about telling of a decision, and about claims against it. */
final class RedressFields {

    static final String FAMILY = "redress";

    /** Why something is refused, in words. */
    static final Refusals REFUSALS =
            new Refusals(FAMILY, Set.of("ruled", "not-ruled", "own-decision"), Map.of());

    /** How a party can be told. */
    static final List<String> CHANNELS = List.of("letter", "email", "receipt");

    /** Who can claim. */
    static final List<String> CLAIMANTS = List.of("party", "member");

    static final String SENDING = "sending";
    static final String CLAIM = "claims";

    /** The fields of each act; the first of them there has to be. */
    static final Map<String, List<String>> ACTS =
            Map.of(
                    SENDING,
                    List.of("channel", "sentOn", "consentedOn"),
                    "receipt",
                    List.of("receivedOn"),
                    "publication",
                    List.of("publishedOn"),
                    CLAIM,
                    List.of("by", "arrivedOn", "claimant", "text"),
                    "taken-up",
                    List.of("takenOn", "body"),
                    "court-appeal",
                    List.of("filedOn", "endedOn"));

    private static final List<String> OPTIONAL = List.of("sentOn", "consentedOn", "endedOn");

    private RedressFields() {}

    /** Keeps what was sent of all acts. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        ACTS.values().stream()
                .flatMap(List::stream)
                .forEach(field -> form.put(field, Texts.lines(sent.getFirst(field))));
    }

    /** What is sent to the service; what is missing or cannot be read becomes a fault. */
    static Map<String, Object> read(FilledForm form, String act) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String field : ACTS.getOrDefault(act, List.of())) {
            if (field.endsWith("On")) {
                day(form, field, body);
            } else if (form.value(field).isEmpty() || !isKnown(field, form.value(field))) {
                form.refuse(field, FAMILY + ".error." + field);
            } else {
                body.put(field, form.value(field));
            }
        }
        if (act.equals(SENDING)) {
            String needed = form.has("channel", "email") ? "consentedOn" : "sentOn";
            body.remove(needed.equals("sentOn") ? "consentedOn" : "sentOn");
            if (!body.containsKey(needed)) {
                form.refuse(needed, FAMILY + ".error." + needed);
            }
        }
        return body;
    }

    /** A day that there has to be unless the act can do without. */
    static void day(FilledForm form, String field, Map<String, Object> body) {
        Days.read(form.value(field))
                .ifPresentOrElse(
                        day -> body.put(field, day.toString()),
                        () -> {
                            if (!OPTIONAL.contains(field) || !form.value(field).isEmpty()) {
                                form.refuse(field, FAMILY + ".error." + field);
                            }
                        });
    }

    private static boolean isKnown(String field, String value) {
        return switch (field) {
            case "channel" -> CHANNELS.contains(value);
            case "by" -> CLAIMANTS.contains(value);
            default -> true;
        };
    }
}
