package fi.kumppani.portal.callwork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.official.Refusals;
import fi.kumppani.portal.page.FilledForm;

import org.springframework.ui.Model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts what is wrong with a call, as grants-service says it, at the fields of the form. */
final class CallFaults {

    private static final String FAMILY = "planner";
    private static final Refusals REFUSALS =
            new Refusals(
                    FAMILY,
                    Set.of("already-published", "window-over", "other-budget-appropriated"),
                    Map.of());
    private static final Pattern RULE = Pattern.compile("scheme\\.rules\\[([0-9]{1,2})].*");

    /** What there are texts for; the others are to be checked. */
    private static final Set<String> KINDS =
            Set.of(
                    "title",
                    "description",
                    "criteria",
                    "year",
                    "budget",
                    "capPerApplication",
                    "eligibleForms",
                    "opensAt",
                    "closesAt",
                    "publishAt",
                    "rounds.opensAt",
                    "rounds.closesAt",
                    "kind",
                    "form",
                    "budgetLine.account",
                    "budgetLine.serviceClass",
                    "capPerApplicant",
                    "capPerEvent",
                    "lightUpTo",
                    "share.tiers.upTo",
                    "share.tiers.percent",
                    "payment.mode",
                    "payment.instalments",
                    "payment.receiptsBy",
                    "payment.repayment.parts",
                    "criteria.weight",
                    "criteria.mostPoints",
                    "rules.at-most",
                    "rules.together",
                    "rules.costs",
                    "acceptance.withinDays",
                    "report.dueOn",
                    "report.days");

    private CallFaults() {}

    /** Says on a page why a button did nothing. */
    static void put(Model model, Answer<?> answer) {
        REFUSALS.tell(model, answer);
    }

    /**
     * Says on the form why it was not saved.
     *
     * @param rules the fields of the rules, in the order they were sent
     */
    static void put(FilledForm form, Answer<?> answer, List<String> rules) {
        if (!(answer instanceof Answer.Refused<?>(Refusal refusal)) || refusal.errors().isEmpty()) {
            REFUSALS.tell(form, answer);
            return;
        }
        List<Refusal.FieldError> errors = new ArrayList<>();
        for (Refusal.FieldError error : refusal.errors()) {
            errors.add(new Refusal.FieldError(field(form, error.field(), rules), error.code()));
        }
        form.refuse(
                new Refusal(refusal.status(), refusal.reason(), errors),
                "work",
                List.of(),
                error -> text(error.field()));
    }

    private static String text(String field) {
        String kind = Fields.kind(field);
        return FAMILY + ".error." + (KINDS.contains(kind) ? kind : "other");
    }

    /** The field of the form for a path in the body. */
    private static String field(FilledForm form, String path, List<String> rules) {
        Matcher rule = RULE.matcher(path);
        if (rule.matches() && Integer.parseInt(rule.group(1)) < rules.size()) {
            return rules.get(Integer.parseInt(rule.group(1))).replaceFirst(":.*", "");
        }
        if (path.equals("scheme.criteria")) {
            return SchemeFields.CRITERIA.field(0, "weight");
        }
        String name =
                path.replaceFirst("^scheme\\.", "")
                        .replaceAll("\\[([0-9]+)]", "-$1")
                        .replaceFirst("^report\\.daysAfter.*", "report.days")
                        .replaceFirst("^report$", "report.days")
                        .replaceFirst("^share\\.tiers$", "share.tiers-0.upTo")
                        .replaceFirst("^payment\\.repayment$", "payment.repayment.parts")
                        .replaceFirst("^payment\\.instalments.*", "payment.instalments")
                        .replaceFirst("^eligibleForms.*", "eligibleForms");
        return Stream.of("", ".fi", ".day", ".opensAt.day", ".text.fi", ".label.fi")
                .map(end -> name + end)
                .filter(form::asks)
                .findFirst()
                .orElse(name);
    }
}
