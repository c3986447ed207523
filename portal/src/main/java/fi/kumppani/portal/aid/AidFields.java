package fi.kumppani.portal.aid;

import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The fields by which aid from others is declared: a row for each, or a tick for none. */
final class AidFields {

    static final String FAMILY = "aid";
    static final String NONE = "none";

    /** As many as grants-service takes. */
    private static final int MOST = 100;

    private static final int EMPTY_ROWS = 2;
    private static final int LONGEST = 200;
    private static final List<String> PARTS = List.of(".granter", ".grantedOn", ".amount");

    private AidFields() {}

    /** The rows, with empty ones behind those that are filled in. */
    static List<String> rows(FilledForm form) {
        int filled = 0;
        for (int row = 0; row < MOST; row++) {
            if (isWritten(form, row)) {
                filled = row + 1;
            }
        }
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(MOST, filled + EMPTY_ROWS); row++) {
            rows.add(name(row));
        }
        return rows;
    }

    /** Keeps what was sent. */
    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        form.put(NONE, sent.getFirst(NONE));
        names().forEach(field -> form.put(field, sent.getFirst(field)));
    }

    /** Fills in what was declared at this application. */
    static void fill(FilledForm form, @Nullable List<AidFacts.Item> declared) {
        List<AidFacts.Item> items = Objects.requireNonNullElse(declared, List.of());
        form.put(NONE, declared != null && declared.isEmpty() ? "true" : "");
        names().forEach(field -> form.put(field, ""));
        for (int row = 0; row < items.size(); row++) {
            AidFacts.Item item = items.get(row);
            form.put(name(row) + ".granter", item.granter());
            form.put(name(row) + ".grantedOn", item.grantedOn().toString());
            form.put(name(row) + ".amount", Amounts.field(item.amount()));
        }
    }

    /**
     * What is declared; what cannot be read becomes a fault of the form.
     *
     * @param today no aid was granted on a later day
     */
    static List<Map<String, Object>> read(FilledForm form, LocalDate today) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int row = 0; row < MOST; row++) {
            if (isWritten(form, row)) {
                items.add(item(form, name(row), today));
            }
        }
        if (items.isEmpty() != form.has(NONE, "true")) {
            form.refuse(NONE, FAMILY + (items.isEmpty() ? ".error.nothing" : ".error.both"));
        }
        return items;
    }

    /** All fields, in the order of the form. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < MOST; row++) {
            for (String part : PARTS) {
                names.add(name(row) + part);
            }
        }
        return names;
    }

    private static Map<String, Object> item(FilledForm form, String row, LocalDate today) {
        String granter = form.value(row + ".granter");
        Optional<LocalDate> day =
                Days.read(form.value(row + ".grantedOn")).filter(read -> !read.isAfter(today));
        Optional<String> amount =
                Amounts.read(form.value(row + ".amount"))
                        .filter(read -> new BigDecimal(read).signum() > 0);
        need(form, row + ".granter", !granter.isEmpty() && granter.length() <= LONGEST, "granter");
        need(form, row + ".grantedOn", day.isPresent(), "grantedOn");
        need(form, row + ".amount", amount.isPresent(), "amount");
        return Map.of(
                "granter",
                granter,
                "grantedOn",
                day.map(LocalDate::toString).orElse(""),
                "amount",
                amount.orElse(""));
    }

    private static void need(FilledForm form, String field, boolean isSound, String text) {
        if (!isSound) {
            form.refuse(field, FAMILY + ".error." + text);
        }
    }

    private static boolean isWritten(FilledForm form, int row) {
        return PARTS.stream().anyMatch(part -> !form.value(name(row) + part).isEmpty());
    }

    private static String name(int row) {
        return "aid" + row;
    }
}
