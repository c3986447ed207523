package fi.kumppani.portal.organiser;

import fi.kumppani.portal.page.FilledForm;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is needed for a task, in lines: how many and of what, as in {@code 20 sacks}. In each
 * language that is written at all there are as many lines, with the same numbers.
 */
final class MaterialLines {

    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");
    private static final Pattern LINE = Pattern.compile("([1-9][0-9]{0,5})(?:\\s+(.{1,200}))?");
    private static final int MOST = 50;

    private MaterialLines() {}

    /** Fills in what is told. */
    static void fill(FilledForm form, String field, @Nullable Object told) {
        List<Map<String, Object>> needed = PartFields.objects(told);
        for (String language : LANGUAGES) {
            boolean isThere = needed.stream().anyMatch(each -> !what(each, language).isEmpty());
            form.put(
                    field + "." + language,
                    isThere
                            ? needed.stream()
                                    .map(
                                            each ->
                                                    PartFields.text(each, "amount")
                                                            + " "
                                                            + what(each, language))
                                    .map(String::strip)
                                    .collect(Collectors.joining("\n"))
                            : "");
        }
    }

    private static String what(Map<String, Object> material, String language) {
        return PartFields.text(WholeEvent.object(material.get("what")), language);
    }

    /** What is written; what cannot be read becomes a fault of the form. */
    static List<Map<String, Object>> read(FilledForm form, String field) {
        List<Map<String, Object>> read = new ArrayList<>();
        for (String language : LANGUAGES) {
            String name = field + "." + language;
            String written = form.value(name);
            if (!written.isEmpty() && !add(written.split("\\R"), language, read)) {
                form.refuse(name, PartFields.error(name));
            }
        }
        if (read.stream().anyMatch(each -> WholeEvent.object(each.get("what")).isEmpty())) {
            form.refuse(field + ".fi", PartFields.error(field));
        }
        return read;
    }

    /** Adds a language; whether its lines go with those of the languages before it. */
    private static boolean add(String[] lines, String language, List<Map<String, Object>> read) {
        boolean isFirst = read.isEmpty();
        if (lines.length > MOST || (!isFirst && lines.length != read.size())) {
            return false;
        }
        for (int at = 0; at < lines.length; at++) {
            Matcher line = LINE.matcher(lines[at].strip());
            if (!line.matches()) {
                return false;
            }
            int amount = Integer.parseInt(line.group(1));
            if (isFirst) {
                Map<String, Object> material = new LinkedHashMap<>();
                material.put("what", new LinkedHashMap<String, Object>());
                material.put("amount", amount);
                read.add(material);
            }
            Map<String, Object> material = read.get(at);
            if (!Integer.valueOf(amount).equals(material.get("amount"))) {
                return false;
            }
            if (line.group(2) != null) {
                Map<String, Object> what = WholeEvent.object(material.get("what"));
                what.put(language, line.group(2));
                material.put("what", what);
            }
        }
        return true;
    }
}
