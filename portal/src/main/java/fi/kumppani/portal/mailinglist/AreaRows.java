package fi.kumppani.portal.mailinglist;

import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.LocalizedFields;

import org.springframework.util.MultiValueMap;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rows for the areas that readers can choose among. */
final class AreaRows {

    /** As many as newsletter-service takes. */
    private static final int MOST = 50;

    private static final int EMPTY_ROWS = 2;
    private static final int LONGEST_CODE = 60;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private AreaRows() {}

    /** The rows, with empty ones behind those that are filled in. */
    static List<String> of(FilledForm form) {
        int filled = 0;
        for (int row = 0; row < MOST; row++) {
            if (isWritten(form, row)) {
                filled = row + 1;
            }
        }
        return Stream.iterate(0, row -> row + 1)
                .limit(Math.min(MOST, filled + EMPTY_ROWS))
                .map(AreaRows::name)
                .toList();
    }

    static void keep(FilledForm form, MultiValueMap<String, String> sent) {
        for (int row = 0; row < MOST; row++) {
            LocalizedFields.keep(form, name(row) + ".name", sent);
            form.put(name(row) + ".code", sent.getFirst(name(row) + ".code"));
        }
    }

    static void fill(FilledForm form, List<MailingList.Area> areas) {
        for (int row = 0; row < MOST; row++) {
            MailingList.Area area = row < areas.size() ? areas.get(row) : null;
            LocalizedFields.fill(form, name(row) + ".name", area == null ? null : area.name());
            form.put(name(row) + ".code", area == null ? "" : area.code());
        }
    }

    /** All fields, in the order of the form. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < MOST; row++) {
            names.addAll(LocalizedFields.names(name(row) + ".name"));
            names.add(name(row) + ".code");
        }
        return names;
    }

    /** The areas; an area without a code gets it from its name. */
    static List<Map<String, Object>> read(FilledForm form) {
        List<Map<String, Object>> areas = new ArrayList<>();
        for (int row = 0; row < MOST; row++) {
            if (!isWritten(form, row)) {
                continue;
            }
            String field = name(row);
            Map<String, String> names = LocalizedFields.read(form, field + ".name");
            String written = form.value(field + ".code");
            String code =
                    code(
                            written.isEmpty()
                                    ? names.values().stream().findFirst().orElse("")
                                    : written);
            if (names.isEmpty()) {
                form.refuse(field + ".name.fi", ListFields.FAMILY + ".error.area.name");
            } else if (code.isEmpty()) {
                form.refuse(field + ".code", ListFields.FAMILY + ".error.area.code");
            } else if (areas.stream().anyMatch(each -> code.equals(each.get("code")))) {
                form.refuse(field + ".code", ListFields.FAMILY + ".error.area.twice");
            }
            Map<String, Object> area = new LinkedHashMap<>();
            area.put("code", code);
            area.put("name", names);
            areas.add(area);
        }
        return areas;
    }

    /** A code of words: {@code jalasjarvi} of Jalasjärvi. */
    static String code(String words) {
        String plain =
                MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        String joined = ENDS.matcher(OTHERS.matcher(plain).replaceAll("-")).replaceAll("");
        return joined.length() > LONGEST_CODE
                ? ENDS.matcher(joined.substring(0, LONGEST_CODE)).replaceAll("")
                : joined;
    }

    private static boolean isWritten(FilledForm form, int row) {
        return !form.value(name(row) + ".code").isEmpty()
                || !LocalizedFields.read(form, name(row) + ".name").isEmpty();
    }

    private static String name(int row) {
        return "areas" + row;
    }
}
