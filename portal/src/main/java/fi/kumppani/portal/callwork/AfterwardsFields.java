package fi.kumppani.portal.callwork;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Texts;

import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields that say what who is granted something accepts, and what is reported and when. */
final class AfterwardsFields {

    /** When a report is due: never, by a day, or days after the decision or the last payment. */
    static final List<String> WHEN = List.of("none", "day", "decision", "payment");

    private static final String CONDITIONS = "acceptance.conditions";
    private static final String WITHIN = "acceptance.withinDays";
    private static final String REPORT = "report.when";
    private static final String DAY = "report.dueOn";
    private static final String DAYS = "report.days";
    private static final String SAMPLE = "report.samplePercent";
    private static final String STOPS = "report.overdueStopsPayments";
    private static final List<String> SINGLE = List.of(WITHIN, REPORT, DAY, DAYS, SAMPLE, STOPS);

    private AfterwardsFields() {}

    static void fill(FilledForm form, CallBody scheme) {
        CallBody acceptance = scheme.part("acceptance");
        form.put(WITHIN, acceptance.text("withinDays"));
        Fields.fillWords(form, CONDITIONS, acceptance.part("conditions"));
        CallBody report = scheme.part("report");
        String afterDecision = report.text("daysAfterDecision");
        form.put(
                REPORT,
                report.isEmpty()
                        ? "none"
                        : !report.text("dueOn").isEmpty()
                                ? "day"
                                : afterDecision.isEmpty() ? "payment" : "decision");
        form.put(DAY, report.text("dueOn"));
        form.put(DAYS, afterDecision.isEmpty() ? report.text("daysAfterPayment") : afterDecision);
        form.put(SAMPLE, report.text("samplePercent"));
        form.put(STOPS, report.isYes("overdueStopsPayments") ? Fields.YES : "");
    }

    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        Fields.keep(form, sent, SINGLE);
        Rows.words(CONDITIONS).forEach(field -> form.put(field, Texts.lines(sent.getFirst(field))));
    }

    static void read(FilledForm form, Map<String, Object> scheme) {
        Map<String, Object> acceptance = CallBody.of(scheme).part("acceptance").copy();
        Fields.number(form, WITHIN, acceptance, "withinDays");
        Fields.words(form, CONDITIONS, acceptance, "conditions");
        keepUnlessEmpty(scheme, "acceptance", acceptance);
        Map<String, Object> report = CallBody.of(scheme).part("report").copy();
        List.of("dueOn", "daysAfterDecision", "daysAfterPayment").forEach(report::remove);
        switch (form.value(REPORT)) {
            case "day" -> {
                Fields.day(form, DAY, report, "dueOn");
                Fields.require(form, DAY);
            }
            case "decision" -> {
                Fields.number(form, DAYS, report, "daysAfterDecision");
                Fields.require(form, DAYS);
            }
            case "payment" -> {
                Fields.number(form, DAYS, report, "daysAfterPayment");
                Fields.require(form, DAYS);
            }
            default -> {
                scheme.remove("report");
                return;
            }
        }
        Fields.number(form, SAMPLE, report, "samplePercent");
        Fields.yes(form, STOPS, report, "overdueStopsPayments");
        scheme.put("report", report);
    }

    private static void keepUnlessEmpty(
            Map<String, Object> scheme, String member, Map<String, Object> part) {
        if (part.isEmpty()) {
            scheme.remove(member);
        } else {
            scheme.put(member, part);
        }
    }

    static Stream<String> names() {
        return Stream.concat(SINGLE.stream(), Rows.words(CONDITIONS).stream());
    }
}
