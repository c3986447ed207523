package fi.kumppani.portal.official;

import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;
import fi.kumppani.portal.page.Texts;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields by which something is proposed or decided; what stands before their names tells those
 * of several on one page apart.
 */
public final class VerdictFields {

    private static final String DECISION = "decision";
    private static final String AMOUNT = "amount";
    private static final String REASONS = "reasons";
    private static final String EXPLANATION = "explanation";
    private static final String SECRET = "secret";
    private static final String AID = "deMinimis";
    private static final String GRANT = "grant";
    private static final List<String> DECISIONS = List.of(GRANT, "refuse", "not-examine");

    private VerdictFields() {}

    /**
     * Keeps what was sent.
     *
     * @param at what stands before the names of its fields
     */
    public static void keep(FilledForm form, String at, MultiValueMap<String, String> sent) {
        form.put(at + DECISION, sent.getFirst(at + DECISION));
        form.put(at + AMOUNT, sent.getFirst(at + AMOUNT));
        form.putAll(at + REASONS, sent.getOrDefault(at + REASONS, List.of()));
        ShareFields.keep(form, at, sent);
        LocalizedFields.keep(form, at + EXPLANATION, sent);
        form.put(at + SECRET, Texts.lines(sent.getFirst(at + SECRET)));
        form.putAll(at + AID, sent.getOrDefault(at + AID, List.of()));
    }

    /** Fills in what is proposed so far. */
    public static void fill(FilledForm form, String at, @Nullable VerdictFacts verdict) {
        form.put(at + DECISION, verdict == null ? "" : verdict.decision());
        form.put(
                at + AMOUNT,
                verdict == null || verdict.amount() == null ? "" : Amounts.field(verdict.amount()));
        ShareFields.fill(form, at, verdict);
        form.putAll(at + REASONS, verdict == null ? List.of() : verdict.codes());
        LocalizedFields.fill(
                form, at + EXPLANATION, verdict == null ? null : verdict.explanation());
        form.put(at + SECRET, verdict == null ? "" : verdict.secret());
        form.putAll(
                at + AID,
                verdict != null && Boolean.TRUE.equals(verdict.deMinimis())
                        ? List.of("true")
                        : List.of());
    }

    /** What is sent to the service; what cannot be read becomes a fault of the form. */
    public static Map<String, Object> read(FilledForm form, String at) {
        Map<String, Object> verdict = new LinkedHashMap<>();
        String decision = form.value(at + DECISION);
        if (!DECISIONS.contains(decision)) {
            form.refuse(at + DECISION, "work.error.decision");
        }
        verdict.put(DECISION, decision);
        if (decision.equals(GRANT)) {
            Optional<String> amount = Amounts.read(form.value(at + AMOUNT));
            amount.ifPresentOrElse(
                    read -> verdict.put(AMOUNT, read),
                    () -> form.refuse(at + AMOUNT, "work.error.amount"));
            ShareFields.read(form, at, verdict);
        } else if (DECISIONS.contains(decision) && form.values(at + REASONS).isEmpty()) {
            form.refuse(at + REASONS, "work.error.reasons");
        }
        verdict.put(REASONS, form.values(at + REASONS));
        Map<String, String> explanation = LocalizedFields.read(form, at + EXPLANATION);
        if (!explanation.isEmpty()) {
            verdict.put(EXPLANATION, explanation);
        }
        if (!form.value(at + SECRET).isEmpty()) {
            verdict.put(SECRET, form.value(at + SECRET));
        }
        if (form.has(at + AID, "true")) {
            verdict.put(AID, true);
        }
        return verdict;
    }

    /** All that two people may write differently. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(DECISION, AMOUNT, REASONS, SECRET));
        names.addAll(ShareFields.names(""));
        names.addAll(LocalizedFields.names(EXPLANATION));
        return names;
    }
}
