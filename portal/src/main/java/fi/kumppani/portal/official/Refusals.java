package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.page.FilledForm;

import org.springframework.ui.Model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Puts what grants-service refused into plain words, at the field it is about.
 *
 * @param family what the keys of a page's own texts begin with, with {@code .reason.} and {@code
 *     .error.}
 * @param reasons the reasons that have a text of that family; all others are said as everywhere
 * @param fields the field that such a reason is about, where a form has it
 * @param names the field of a form for a path in the body that was sent
 */
public record Refusals(
        String family,
        Set<String> reasons,
        Map<String, String> fields,
        UnaryOperator<String> names) {

    private static final String FAMILY = "work";
    private static final String AWAY = FAMILY + ".away";
    private static final String STALE = FAMILY + ".stale";

    private static final Set<String> REASONS =
            Set.of(
                    "not-submitted",
                    "withdrawn",
                    "transferred",
                    "already-decided",
                    "being-supplemented",
                    "being-revised",
                    "not-assigned",
                    "assignee-disqualified",
                    "no-criteria",
                    "review-round-closed",
                    "over-cap",
                    "over-costs",
                    "over-requested",
                    "over-power",
                    "over-de-minimis",
                    "de-minimis-undeclared",
                    "report-overdue",
                    "blind-round",
                    "budget-exceeded",
                    "case-not-opened",
                    "proposal-sent",
                    "not-preparing",
                    "not-presented",
                    "already-recorded",
                    "no-rows",
                    "list-full",
                    "too-many-lists",
                    "on-another-list",
                    "meeting-passed",
                    "meeting-not-held",
                    "over-available",
                    "same-person",
                    "not-proposed",
                    "not-approved",
                    "no-longer-due");

    /** The field that a reason is about, where a form has it. */
    private static final Map<String, String> FIELDS =
            Map.of(
                    "over-cap", "amount",
                    "over-requested", "amount",
                    "over-power", "amount",
                    "over-de-minimis", "amount",
                    "budget-exceeded", "amount",
                    "meeting-passed", "meetingOn",
                    "on-another-list", "target",
                    "proposal-sent", "target");

    private static final Set<String> POWERS = Set.of("maker", "kind", "holder");

    private static final Refusals USUAL =
            new Refusals(FAMILY, REASONS, FIELDS, UnaryOperator.identity());

    /** Copies what is given. */
    public Refusals {
        reasons = Set.copyOf(reasons);
        fields = Map.copyOf(fields);
    }

    /** Those of a page whose fields are called as they are in the body that is sent. */
    public Refusals(String family, Set<String> reasons, Map<String, String> fields) {
        this(family, reasons, fields, UnaryOperator.identity());
    }

    /** Puts on a page why a button did nothing. */
    static void put(Model model, Answer<?> answer) {
        USUAL.tell(model, answer);
    }

    /** Puts it on a form. */
    static void put(FilledForm form, Answer<?> answer) {
        USUAL.tell(form, answer);
    }

    /** Puts on a page why a button did nothing. */
    public void tell(Model model, Answer<?> answer) {
        List<String> said = of(answer);
        model.addAttribute("refusals", said.isEmpty() ? List.of(FAMILY + ".refused") : said);
    }

    /** What to say of an answer that is not the one hoped for, as keys of texts. */
    private List<String> of(Answer<?> answer) {
        return switch (answer) {
            case Answer.Found<?> _, Answer.Missing<?> _ -> List.of();
            case Answer.Refused<?>(Refusal refusal) -> of(refusal);
            case Answer.Away<?> _ -> List.of(AWAY);
        };
    }

    private List<String> of(Refusal refusal) {
        if (refusal.isStale()) {
            return List.of(STALE);
        }
        if (refusal.tooMany()) {
            return List.of(FAMILY + ".too-many");
        }
        if (refusal.reason().equals("disqualified")) {
            return List.of(
                    FAMILY + ".reason.disqualified",
                    FAMILY + ".ground." + Grounds.known(refusal.ground()));
        }
        if (refusal.reason().equals("no-power")) {
            return List.of(
                    FAMILY
                            + ".power."
                            + (POWERS.contains(refusal.ground()) ? refusal.ground() : "holder"));
        }
        if (reasons.contains(refusal.reason())) {
            return List.of(family + ".reason." + refusal.reason());
        }
        return REASONS.contains(refusal.reason())
                ? List.of(FAMILY + ".reason." + refusal.reason())
                : List.of();
    }

    /**
     * Puts it on a form. Where nothing is known to say of a field or the whole, the form says that
     * it was refused.
     */
    public void tell(FilledForm form, Answer<?> answer) {
        if (!(answer instanceof Answer.Refused<?>(Refusal refusal))) {
            of(answer).forEach(form::refuse);
            return;
        }
        List<Refusal.FieldError> errors = new ArrayList<>();
        for (Refusal.FieldError error : refusal.errors()) {
            errors.add(new Refusal.FieldError(field(form, error.field()), error.code()));
        }
        String field = fields.get(refusal.reason());
        List<String> said = of(refusal);
        if (field != null && form.asks(field)) {
            said.forEach(text -> form.refuse(field, text));
        } else {
            said.forEach(form::refuse);
        }
        if (said.isEmpty()) {
            form.refuse(
                    new Refusal(refusal.status(), refusal.reason(), errors),
                    FAMILY,
                    List.of(),
                    error -> family + ".error." + kind(error.field()));
        }
    }

    /** What a field is, whichever row it is of and in whichever language. */
    private static String kind(String field) {
        return field.replaceFirst("^row[0-9]+\\.", "").replaceFirst("\\..*", "");
    }

    /** The field of the form for a path in the body, such as {@code reasons[2]}. */
    private String field(FilledForm form, String sent) {
        String path = names.apply(sent);
        String whole = path.replaceFirst("\\[.*", "");
        if (form.asks(path)) {
            return path;
        }
        return form.asks(whole) ? whole : path;
    }
}
