package fi.kumppani.portal.callwork;

import fi.kumppani.portal.application.CostPlan;
import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.FilledForm;

import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that say what else those who apply must fulfil: the rules that the API knows. */
final class RuleFields {

    /** Rules that say nothing more. */
    static final List<String> PLAIN =
            List.of("home-here", "not-begun", "within-year", "no-overdue-report");

    /** What is declared. */
    static final Rows DECLARATIONS = Rows.told("declarations", "statement", List.of("id"), 12);

    private static final String CHOSEN = "rules.plain";
    private static final String AT_MOST = "rules.at-most";
    private static final String TOGETHER = "rules.together";
    private static final String ONE_CALL = "rules.one-call-of";
    private static final String KINDS = "rules.kinds";
    private static final String COSTS = "rules.costs";
    private static final String COSTS_BY_KIND = "costs-by-kind";
    private static final List<String> CAPS =
            CostPlan.COSTS.stream().map(kind -> COSTS + "." + kind).toList();

    private RuleFields() {}

    static void fill(FilledForm form, CallBody scheme) {
        List<CallBody> rules = scheme.parts("rules");
        form.putAll(
                CHOSEN,
                rules.stream().map(each -> each.text("rule")).filter(PLAIN::contains).toList());
        form.put(AT_MOST, parameter(rules, "at-most", "applications"));
        form.put(TOGETHER, parameter(rules, "together", "partners"));
        List<CallBody> single = ofKind(rules, "one-call-of");
        form.put(ONE_CALL, single.isEmpty() ? "" : Fields.YES);
        form.putAll(KINDS, single.stream().flatMap(each -> each.words("kinds").stream()).toList());
        Map<String, CallBody> costs =
                ofKind(rules, COSTS_BY_KIND).stream()
                        .flatMap(each -> each.parts("costs").stream())
                        .collect(
                                Collectors.toMap(
                                        each -> each.text("category"),
                                        each -> each,
                                        (one, _) -> one));
        form.putAll(COSTS, List.copyOf(costs.keySet()));
        for (String kind : CostPlan.COSTS) {
            String cap = costs.containsKey(kind) ? costs.get(kind).text("most") : "";
            Fields.fillEuros(form, COSTS + "." + kind, cap);
        }
        List<CallBody> declared = ofKind(rules, "declaration");
        for (int row = 0; row < declared.size(); row++) {
            String field = DECLARATIONS.field(row, "statement");
            Fields.fillWords(form, field, declared.get(row).part("statement"));
            form.put(DECLARATIONS.field(row, "id"), declared.get(row).text("id"));
        }
    }

    private static List<CallBody> ofKind(List<CallBody> rules, String kind) {
        return rules.stream().filter(each -> each.text("rule").equals(kind)).toList();
    }

    private static String parameter(List<CallBody> rules, String kind, String name) {
        return ofKind(rules, kind).stream().map(each -> each.text(name)).findFirst().orElse("");
    }

    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        form.putAll(CHOSEN, sent.getOrDefault(CHOSEN, List.of()));
        Fields.keep(form, sent, List.of(AT_MOST, TOGETHER, ONE_CALL));
        form.putAll(KINDS, sent.getOrDefault(KINDS, List.of()));
        form.putAll(COSTS, sent.getOrDefault(COSTS, List.of()));
        Fields.keep(form, sent, CAPS);
        DECLARATIONS.keep(form, sent);
    }

    /**
     * What is sent to the service. Rules that no page knows stay as they were.
     *
     * @return the fields of the rules, in their order in the body
     */
    static List<String> read(FilledForm form, Map<String, Object> scheme) {
        Map<String, Map<String, Object>> rules = new LinkedHashMap<>();
        for (String rule : form.values(CHOSEN)) {
            if (PLAIN.contains(rule)) {
                rules.put(CHOSEN + ":" + rule, rule(rule));
            }
        }
        if (!form.value(AT_MOST).isEmpty()) {
            Map<String, Object> rule = rule("at-most");
            Fields.number(form, AT_MOST, rule, "applications");
            rules.put(AT_MOST, rule);
        }
        if (!form.value(TOGETHER).isEmpty()) {
            Map<String, Object> rule = rule("together");
            Fields.number(form, TOGETHER, rule, "partners");
            rules.put(TOGETHER, rule);
        }
        if (form.has(ONE_CALL, Fields.YES)) {
            Map<String, Object> rule = rule("one-call-of");
            rule.put("kinds", form.values(KINDS));
            rules.put(ONE_CALL, rule);
        }
        costs(form).ifPresent(rule -> rules.put(COSTS, rule));
        Ids ids = Ids.of(form, DECLARATIONS);
        for (int row = 0; row < DECLARATIONS.count(form); row++) {
            String field = DECLARATIONS.field(row, "statement");
            Map<String, Object> rule = rule("declaration");
            rule.put("id", ids.of(form.value(DECLARATIONS.field(row, "id"))));
            Fields.words(form, field, rule, "statement");
            rules.put(field + ".fi", rule);
        }
        List<Map<String, Object>> all = new ArrayList<>(rules.values());
        CallBody.of(scheme).parts("rules").stream()
                .filter(each -> !isKnown(each.text("rule")))
                .forEach(each -> all.add(each.members()));
        scheme.put("rules", all);
        return List.copyOf(rules.keySet());
    }

    /** Which costs are accepted by kind; a cap counts for a kind that is chosen. */
    private static Optional<Map<String, Object>> costs(FilledForm form) {
        List<Map<String, Object>> accepted = new ArrayList<>();
        for (String kind : CostPlan.COSTS) {
            if (form.has(COSTS, kind)) {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("category", kind);
                cap(form, COSTS + "." + kind).ifPresent(most -> each.put("most", most));
                accepted.add(each);
            }
        }
        if (accepted.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> rule = rule(COSTS_BY_KIND);
        rule.put("costs", accepted);
        return Optional.of(rule);
    }

    private static Optional<String> cap(FilledForm form, String field) {
        Optional<String> cap = Amounts.read(form.value(field));
        if (cap.isEmpty() && !form.value(field).isEmpty()) {
            form.refuse(field, "planner.error." + COSTS);
        }
        return cap;
    }

    private static boolean isKnown(String rule) {
        return PLAIN.contains(rule)
                || List.of("at-most", "together", "one-call-of", "declaration", COSTS_BY_KIND)
                        .contains(rule);
    }

    private static Map<String, Object> rule(String rule) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("rule", rule);
        return body;
    }

    static Stream<String> names(FilledForm form) {
        return Stream.concat(
                Stream.concat(
                        Stream.of(CHOSEN, AT_MOST, TOGETHER, ONE_CALL, KINDS, COSTS),
                        CAPS.stream()),
                DECLARATIONS.names(form));
    }
}
