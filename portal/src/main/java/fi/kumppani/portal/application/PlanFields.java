package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Marks;
import fi.kumppani.portal.page.Texts;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields by which the plan of an application is written: what for, how much, and when. */
final class PlanFields {

    static final String FAMILY = "plan";

    /** As many other grants as the service takes. */
    static final int MOST_OTHERS = 20;

    static final List<String> REASONS =
            List.of(
                    "already-submitted",
                    "association-unknown",
                    "association-not-active",
                    "call-closed",
                    "call-not-open-yet");

    private static final int EMPTY_ROWS = 2;
    private static final int LONGEST = 20_000;
    private static final int MOST_EVENTS = 1_000;
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}");
    private static final Pattern OTHER = Pattern.compile("otherGrants\\[([0-9]{1,2})].*");
    private static final List<String> PLAIN =
            List.of(
                    "purpose",
                    "requested",
                    "events",
                    "eventDescription",
                    "totalCost",
                    "beginsOn",
                    "endsOn");
    private static final List<String> OTHER_PARTS =
            List.of(".issuer", ".year", ".amount", ".granted", ".purpose");

    private PlanFields() {}

    /** A form that keeps long texts whole. */
    static FilledForm empty(String key) {
        return new FilledForm(key, LONGEST);
    }

    /** The rows for other grants, with empty ones behind those that are filled in. */
    static List<String> rows(FilledForm form) {
        int filled = 0;
        for (int row = 0; row < MOST_OTHERS; row++) {
            if (isWritten(form, row)) {
                filled = row + 1;
            }
        }
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(MOST_OTHERS, filled + EMPTY_ROWS); row++) {
            rows.add(other(row));
        }
        return rows;
    }

    /** Keeps what was sent. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        CostFields.NAMES.forEach(field -> form.put(field, sent.getFirst(field)));
        PLAIN.forEach(field -> form.put(field, Texts.lines(sent.getFirst(field))));
        form.putAll("declared", sent.getOrDefault("declared", List.of()));
        for (int row = 0; row < MOST_OTHERS; row++) {
            for (String part : OTHER_PARTS) {
                form.put(other(row) + part, Texts.lines(sent.getFirst(other(row) + part)));
            }
        }
        form.put("email", sent.getFirst("email"));
        form.put("language", sent.getFirst("language"));
    }

    /** Fills the form in with what is kept; the address stays inside the service. */
    static void fill(FilledForm form, ApplicationFacts facts) {
        form.put("purpose", facts.purpose());
        form.put("requested", Amounts.field(facts.requested()));
        form.put("events", Integer.toString(facts.events()));
        form.put("eventDescription", facts.eventDescription());
        form.put("totalCost", facts.totalCost() == null ? "" : Amounts.field(facts.totalCost()));
        CostFields.fill(form, facts.costPlan());
        form.put("beginsOn", day(facts.beginsOn()));
        form.put("endsOn", day(facts.endsOn()));
        form.putAll("declared", facts.declared());
        for (int row = 0; row < MOST_OTHERS; row++) {
            boolean known = row < facts.otherGrants().size();
            ApplicationFacts.OtherGrant grant = known ? facts.otherGrants().get(row) : null;
            form.put(other(row) + ".issuer", grant == null ? "" : grant.issuer());
            form.put(other(row) + ".year", grant == null ? "" : Integer.toString(grant.year()));
            form.put(other(row) + ".amount", grant == null ? "" : Amounts.field(grant.amount()));
            form.put(other(row) + ".granted", grant != null && grant.granted() ? "true" : "false");
            form.put(other(row) + ".purpose", grant == null ? "" : grant.purpose());
        }
        form.put("email", "");
        form.put("language", facts.language());
    }

    /**
     * What is sent to the service; what cannot be read becomes a fault of the form.
     *
     * @param isNew whether there is no address of whom to write to yet
     */
    static Map<String, Object> body(FilledForm form, boolean isNew) {
        Map<String, Object> body = new LinkedHashMap<>();
        need(form, "purpose");
        need(form, "language");
        text(form, "purpose", body);
        amount(form, "requested", body, true);
        String events = form.value("events");
        if (COUNT.matcher(events).matches()
                && Integer.parseInt(events) >= 1
                && Integer.parseInt(events) <= MOST_EVENTS) {
            body.put("events", Integer.parseInt(events));
        } else {
            form.refuse("events", FAMILY + ".error.events");
        }
        text(form, "eventDescription", body);
        amount(form, "totalCost", body, false);
        CostFields.read(form, body);
        day(form, "beginsOn", body);
        day(form, "endsOn", body);
        body.put("declared", form.values("declared"));
        body.put("otherGrants", others(form));
        if (isNew) {
            need(form, "email");
        }
        text(form, "email", body);
        text(form, "language", body);
        return body;
    }

    /** What of the plan the rules of a call go by, as far as it is known. */
    static Map<String, Object> judged(ApplicationFacts facts) {
        Map<String, Object> plan = new LinkedHashMap<>();
        if (facts.associationId() != null) {
            plan.put("associationId", facts.associationId());
        }
        plan.put("requested", facts.requested().setScale(2).toPlainString());
        plan.put("events", facts.events());
        plan.put("declared", facts.declared());
        if (facts.totalCost() != null) {
            plan.put("totalCost", facts.totalCost().setScale(2).toPlainString());
        }
        CostFields.body(facts.costPlan()).ifPresent(costs -> plan.put("costPlan", costs));
        if (facts.beginsOn() != null) {
            plan.put("beginsOn", facts.beginsOn().toString());
        }
        if (facts.endsOn() != null) {
            plan.put("endsOn", facts.endsOn().toString());
        }
        return plan;
    }

    /**
     * What tells one plan from another. The version of an application also counts its files and
     * answers, which somebody else may write at the same time without harm.
     */
    static String mark(ApplicationFacts facts) {
        FilledForm form = empty("");
        fill(form, facts);
        return Marks.of(form, names());
    }

    /** All fields but the address, which nobody can read back. */
    static List<String> names() {
        List<String> names = new ArrayList<>(PLAIN);
        names.addAll(CostFields.NAMES);
        names.add("declared");
        for (int row = 0; row < MOST_OTHERS; row++) {
            for (String part : OTHER_PARTS) {
                names.add(other(row) + part);
            }
        }
        names.add("language");
        return names;
    }

    /** Puts what the service refused beside the fields. */
    static void refuse(FilledForm form, Refusal refusal) {
        List<Integer> written = written(form);
        form.refuse(
                new Refusal(
                        refusal.status(),
                        refusal.reason(),
                        refusal.errors().stream().map(error -> inForm(error, written)).toList()),
                FAMILY,
                REASONS,
                error -> FAMILY + ".error." + family(error.field()));
    }

    private static String family(String field) {
        return field.replaceFirst("^other[0-9]+", "other")
                .replaceFirst("^cost\\..*", "costs")
                .replaceFirst("^income\\..*", "incomes");
    }

    private static Refusal.FieldError inForm(Refusal.FieldError error, List<Integer> written) {
        if (error.field().startsWith("costPlan.")) {
            return new Refusal.FieldError(
                    error.field().startsWith("costPlan.costs") ? "cost.other" : "income.own-money",
                    error.code());
        }
        Matcher grant = OTHER.matcher(error.field());
        if (!grant.matches() || Integer.parseInt(grant.group(1)) >= written.size()) {
            return error;
        }
        String row = other(written.get(Integer.parseInt(grant.group(1))));
        String part = error.field().replaceFirst(".*]", "");
        return new Refusal.FieldError(
                row + (OTHER_PARTS.contains(part) ? part : ".issuer"), error.code());
    }

    private static List<Map<String, Object>> others(FilledForm form) {
        List<Map<String, Object>> others = new ArrayList<>();
        for (int row : written(form)) {
            String field = other(row);
            Map<String, Object> other = new LinkedHashMap<>();
            text(form, field + ".issuer", "issuer", other);
            if (form.value(field + ".issuer").isEmpty()) {
                form.refuse(field + ".issuer", FAMILY + ".error.other.issuer");
            }
            String year = form.value(field + ".year");
            if (year.matches("(19|20)[0-9]{2}")) {
                other.put("year", Integer.parseInt(year));
            } else {
                form.refuse(field + ".year", FAMILY + ".error.other.year");
            }
            Amounts.read(form.value(field + ".amount"))
                    .ifPresentOrElse(
                            amount -> other.put("amount", amount),
                            () -> form.refuse(field + ".amount", FAMILY + ".error.other.amount"));
            other.put("granted", form.has(field + ".granted", "true"));
            text(form, field + ".purpose", "purpose", other);
            others.add(other);
        }
        return others;
    }

    private static List<Integer> written(FilledForm form) {
        List<Integer> written = new ArrayList<>();
        for (int row = 0; row < MOST_OTHERS; row++) {
            if (isWritten(form, row)) {
                written.add(row);
            }
        }
        return written;
    }

    private static boolean isWritten(FilledForm form, int row) {
        return !(form.value(other(row) + ".issuer")
                        + form.value(other(row) + ".year")
                        + form.value(other(row) + ".amount")
                        + form.value(other(row) + ".purpose"))
                .isEmpty();
    }

    private static String other(int row) {
        return "other" + row;
    }

    private static void need(FilledForm form, String field) {
        if (form.value(field).isEmpty()) {
            form.refuse(field, FAMILY + ".error." + field);
        }
    }

    private static void text(FilledForm form, String field, Map<String, Object> body) {
        text(form, field, field, body);
    }

    private static void text(FilledForm form, String field, String name, Map<String, Object> body) {
        if (!form.value(field).isEmpty()) {
            body.put(name, form.value(field));
        }
    }

    private static void amount(
            FilledForm form, String field, Map<String, Object> body, boolean isNeeded) {
        Optional<String> amount = Amounts.read(form.value(field));
        amount.ifPresent(read -> body.put(field, read));
        if (amount.isEmpty() && (isNeeded || !form.value(field).isEmpty())) {
            form.refuse(field, FAMILY + ".error." + field);
        }
    }

    private static void day(FilledForm form, String field, Map<String, Object> body) {
        Optional<LocalDate> day = Days.read(form.value(field));
        day.ifPresent(read -> body.put(field, read.toString()));
        if (day.isEmpty() && !form.value(field).isEmpty()) {
            form.refuse(field, FAMILY + ".error." + field);
        }
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
