package fi.kumppani.portal.correctionwork;

import fi.kumppani.portal.official.Refusals;
import fi.kumppani.portal.official.VerdictFacts;
import fi.kumppani.portal.official.VerdictFields;
import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;

import org.springframework.util.MultiValueMap;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The fields by which a decision is corrected: the decision anew, and what the law asks for. */
final class CorrectionFields {

    /** The reason by which another correction was faster. */
    static final String OVERTAKEN = "already-revised";

    /** What can be corrected (hallintolaki 434/2003, 50 and 51 §). */
    static final List<String> ERRORS = List.of("factual", "clerical");

    private static final String FAMILY = "correction";
    private static final String AMOUNT = "amount";

    /** Why something is refused, in words. */
    static final Refusals REFUSALS =
            new Refusals(
                    FAMILY,
                    Set.of(
                            "too-late-to-correct",
                            OVERTAKEN,
                            "not-decided",
                            "imported",
                            "declined",
                            "already-paid"),
                    Map.of(
                            "over-cap", AMOUNT,
                            "over-requested", AMOUNT,
                            "over-power", AMOUNT,
                            "over-de-minimis", AMOUNT,
                            "budget-exceeded", AMOUNT,
                            "already-paid", AMOUNT),
                    path -> path.replaceFirst("^verdict\\.", ""));

    private static final String ERROR = "error";
    private static final String SECTION = "section";
    private static final String CONSENT = "consentedOn";
    private static final String CAUSED = "causedByParty";
    private static final String YES = "true";
    private static final String GRANT = "grant";

    private CorrectionFields() {}

    /** Fills in what is in force, to be corrected. */
    static void fill(FilledForm form, VerdictFacts verdict) {
        List.of(ERROR, SECTION, CONSENT, CAUSED).forEach(field -> form.put(field, ""));
        VerdictFields.fill(form, "", verdict);
    }

    /** Keeps what was sent. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        List.of(ERROR, SECTION, CONSENT, CAUSED)
                .forEach(field -> form.put(field, sent.getFirst(field)));
        VerdictFields.keep(form, "", sent);
    }

    /**
     * What is sent to the service; what is missing or cannot be read becomes a fault. That less for
     * the party needs its consent is for the service to say.
     *
     * @param corrects the number of the decision that was shown
     * @param before what it says
     */
    static Map<String, Object> read(FilledForm form, int corrects, VerdictFacts before) {
        Map<String, Object> body = new LinkedHashMap<>();
        String error = form.value(ERROR);
        if (!ERRORS.contains(error)) {
            form.refuse(ERROR, FAMILY + ".error." + ERROR);
        }
        body.put(ERROR, error);
        body.put("corrects", corrects);
        Map<String, Object> verdict = VerdictFields.read(form, "");
        keepShares(verdict, before);
        body.put("verdict", verdict);
        if (error.equals(ERRORS.getFirst())
                && LocalizedFields.read(form, "explanation").isEmpty()) {
            form.refuse("explanation.fi", FAMILY + ".error.explanation");
        }
        if (!form.value(SECTION).isEmpty()) {
            body.put(SECTION, form.value(SECTION));
        }
        Days.read(form.value(CONSENT))
                .ifPresentOrElse(
                        day -> body.put(CONSENT, day.toString()),
                        () -> {
                            if (!form.value(CONSENT).isEmpty()) {
                                form.refuse(CONSENT, FAMILY + ".error." + CONSENT);
                            }
                        });
        if (form.has(CAUSED, YES)) {
            body.put(CAUSED, true);
        }
        return body;
    }

    /** Where the page does not show them, they stay while they still make the sum. */
    private static void keepShares(Map<String, Object> verdict, VerdictFacts before) {
        BigDecimal amount = before.amount();
        boolean isSame =
                amount != null
                        && GRANT.equals(verdict.get("decision"))
                        && Amounts.read(String.valueOf(verdict.get(AMOUNT)))
                                .map(BigDecimal::new)
                                .filter(now -> now.compareTo(amount) == 0)
                                .isPresent();
        if (before.isDivided() && isSame && !verdict.containsKey("shares")) {
            verdict.put("shares", Objects.requireNonNull(before.shares()));
        }
    }
}
