package fi.kumppani.portal.callwork;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Texts;

import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fields that say by which grounds a call grants: its kind, where its money stands, caps,
 * shares of costs, criteria and attachments. Those of {@link PaymentFields payment}, {@link
 * RuleFields rules} and {@link AfterwardsFields what follows} are written beside them.
 */
final class SchemeFields {

    /** The kinds of grants, as grants-service knows them. */
    static final List<String> KINDS =
            List.of(
                    "general",
                    "operating",
                    "project",
                    "event",
                    "village-development",
                    "rent",
                    "large-public-benefit",
                    "one-off",
                    "start-up-loan");

    /** What is done about costs above the last tier. */
    static final List<String> ABOVE = List.of("decided-separately", "refused");

    static final Rows TIERS =
            new Rows("share.tiers", List.of("upTo", "percent"), List.of("upTo", "percent"), 10);
    static final Rows CRITERIA =
            Rows.told("criteria", "text", List.of("id", "weight", "mostPoints"), 20);
    static final Rows ATTACHMENTS =
            Rows.told("attachments", "label", List.of("id", "firstTimeOnly"), 20);

    private static final List<String> PLACES = List.of("account", "serviceClass");
    private static final List<String> NAMED_PLACES = List.of("source", "sector");
    private static final List<String> CAPS = List.of("capPerApplicant", "capPerEvent", "lightUpTo");
    private static final List<String> TICKS = List.of("continuous", "blindReview", "deMinimis");
    private static final String LINE = "budgetLine";
    private static final String ABOVE_FIELD = "share.above";
    private static final int WHOLE = 100;

    private SchemeFields() {}

    static void fill(FilledForm form, CallBody scheme) {
        form.put("kind", scheme.text("kind"));
        form.put("form", scheme.text("form"));
        TICKS.forEach(field -> form.put(field, scheme.isYes(field) ? Fields.YES : ""));
        CAPS.forEach(field -> Fields.fillEuros(form, field, scheme.text(field)));
        CallBody line = scheme.part(LINE);
        PLACES.forEach(each -> form.put(LINE + "." + each, line.text(each)));
        NAMED_PLACES.forEach(each -> Fields.fillWords(form, LINE + "." + each, line.part(each)));
        CallBody share = scheme.part("share");
        form.put(ABOVE_FIELD, share.text("above"));
        List<CallBody> tiers = share.parts("tiers");
        for (int row = 0; row < tiers.size(); row++) {
            Fields.fillEuros(form, TIERS.field(row, "upTo"), tiers.get(row).text("upTo"));
            form.put(TIERS.field(row, "percent"), tiers.get(row).text("percent"));
        }
        List<CallBody> criteria = scheme.parts("criteria");
        for (int row = 0; row < criteria.size(); row++) {
            Fields.fillWords(form, CRITERIA.field(row, "text"), criteria.get(row).part("text"));
            for (String part : List.of("id", "weight", "mostPoints")) {
                form.put(CRITERIA.field(row, part), criteria.get(row).text(part));
            }
        }
        List<CallBody> attachments = scheme.parts("attachments");
        for (int row = 0; row < attachments.size(); row++) {
            CallBody each = attachments.get(row);
            Fields.fillWords(form, ATTACHMENTS.field(row, "label"), each.part("label"));
            form.put(ATTACHMENTS.field(row, "id"), each.text("id"));
            form.put(
                    ATTACHMENTS.field(row, "firstTimeOnly"),
                    each.isYes("firstTimeOnly") ? Fields.YES : "");
        }
    }

    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        Fields.keep(form, sent, single());
        NAMED_PLACES.stream()
                .flatMap(each -> Rows.words(LINE + "." + each).stream())
                .forEach(field -> form.put(field, Texts.lines(sent.getFirst(field))));
        Stream.of(TIERS, CRITERIA, ATTACHMENTS).forEach(rows -> rows.keep(form, sent));
    }

    private static List<String> single() {
        return Stream.of(
                        Stream.of("kind", "form", ABOVE_FIELD),
                        TICKS.stream(),
                        CAPS.stream(),
                        PLACES.stream().map(each -> LINE + "." + each))
                .flatMap(each -> each)
                .toList();
    }

    static void read(FilledForm form, Map<String, Object> body) {
        if (!KINDS.contains(form.value("kind"))) {
            form.refuse("kind", "planner.error.kind");
        }
        body.put("kind", form.value("kind"));
        Fields.text(form, "form", body, "form");
        TICKS.forEach(field -> Fields.yes(form, field, body, field));
        CAPS.forEach(field -> Fields.euros(form, field, body, field));
        readLine(form, body);
        readShare(form, body);
        readCriteria(form, body);
        readAttachments(form, body);
    }

    private static void readLine(FilledForm form, Map<String, Object> body) {
        Map<String, Object> line = CallBody.of(body).part(LINE).copy();
        PLACES.forEach(each -> Fields.text(form, LINE + "." + each, line, each));
        NAMED_PLACES.forEach(each -> Fields.words(form, LINE + "." + each, line, each));
        if (line.isEmpty()) {
            body.remove(LINE);
        } else {
            body.put(LINE, line);
        }
    }

    private static void readShare(FilledForm form, Map<String, Object> body) {
        List<Map<String, Object>> tiers = new ArrayList<>();
        for (int row = 0; row < TIERS.count(form); row++) {
            Map<String, Object> tier = new LinkedHashMap<>();
            Fields.euros(form, TIERS.field(row, "upTo"), tier, "upTo");
            Fields.number(form, TIERS.field(row, "percent"), tier, "percent");
            Fields.require(form, TIERS.field(row, "upTo"));
            Fields.require(form, TIERS.field(row, "percent"));
            tiers.add(tier);
        }
        if (tiers.isEmpty()) {
            body.remove("share");
            return;
        }
        if (!ABOVE.contains(form.value(ABOVE_FIELD))) {
            form.refuse(ABOVE_FIELD, "planner.error.share.above");
        }
        body.put("share", Map.of("tiers", tiers, "above", form.value(ABOVE_FIELD)));
    }

    private static void readCriteria(FilledForm form, Map<String, Object> body) {
        Ids ids = Ids.of(form, CRITERIA);
        List<Map<String, Object>> criteria = new ArrayList<>();
        int weights = 0;
        for (int row = 0; row < CRITERIA.count(form); row++) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("id", ids.of(form.value(CRITERIA.field(row, "id"))));
            Fields.words(form, CRITERIA.field(row, "text"), each, "text");
            Fields.number(form, CRITERIA.field(row, "weight"), each, "weight");
            Fields.number(form, CRITERIA.field(row, "mostPoints"), each, "mostPoints");
            Fields.require(form, CRITERIA.field(row, "weight"));
            weights += each.get("weight") instanceof Integer weight ? weight : 0;
            criteria.add(each);
        }
        if (!criteria.isEmpty() && weights != WHOLE) {
            form.refuse(CRITERIA.field(0, "weight"), "planner.error.criteria");
        }
        body.put("criteria", criteria);
    }

    private static void readAttachments(FilledForm form, Map<String, Object> body) {
        Ids ids = Ids.of(form, ATTACHMENTS);
        List<Map<String, Object>> attachments = new ArrayList<>();
        for (int row = 0; row < ATTACHMENTS.count(form); row++) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("id", ids.of(form.value(ATTACHMENTS.field(row, "id"))));
            Fields.words(form, ATTACHMENTS.field(row, "label"), each, "label");
            Fields.yes(form, ATTACHMENTS.field(row, "firstTimeOnly"), each, "firstTimeOnly");
            attachments.add(each);
        }
        body.put("attachments", attachments);
    }

    static Stream<String> names(FilledForm form) {
        return Stream.of(
                        single().stream(),
                        NAMED_PLACES.stream()
                                .flatMap(each -> Rows.words(LINE + "." + each).stream()),
                        Stream.of(TIERS, CRITERIA, ATTACHMENTS).flatMap(rows -> rows.names(form)))
                .flatMap(each -> each);
    }
}
