package fi.kumppani.registry.association.web;

import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.registry.association.LegalForm;
import fi.kumppani.registry.association.PurposeClass;
import fi.kumppani.registry.association.Search;
import fi.kumppani.registry.association.Status;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what is looked for from the parameters of a request. */
final class SearchReader {

    private static final int LONGEST_TEXT = 200;
    private static final Pattern CLASS = Pattern.compile("[1-9]");
    private static final Pattern THEME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern NETWORK = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private SearchReader() {}

    /**
     * What is looked for. Who looks for something in particular and names no state is not told of
     * what was dissolved.
     *
     * @throws Problem 400 naming the parameter that cannot be read
     */
    static Search read(
            @Nullable String text,
            @Nullable List<String> status,
            @Nullable String form,
            @Nullable String purposeClass,
            @Nullable String theme,
            @Nullable String network,
            @Nullable String unconfirmedSince) {
        if (text != null && (text.isBlank() || text.length() > LONGEST_TEXT)) {
            throw malformed("text", "1 to " + LONGEST_TEXT + " characters");
        }
        Search search =
                new Search(
                        text == null ? "" : text,
                        status == null ? EnumSet.allOf(Status.class) : statuses(status),
                        Optional.ofNullable(form).map(SearchReader::form),
                        Optional.ofNullable(purposeClass).map(SearchReader::purposeClass),
                        Optional.ofNullable(theme)
                                .map(key -> matched("theme", key, THEME, "A key of a theme")),
                        Optional.ofNullable(network)
                                .map(id -> matched("network", id, NETWORK, "An id of a network")),
                        Optional.ofNullable(unconfirmedSince).map(SearchReader::day));
        return status == null && !search.isForAll() ? withoutDissolved(search) : search;
    }

    private static Search withoutDissolved(Search search) {
        return new Search(
                search.words(),
                EnumSet.of(Status.UNVERIFIED, Status.VERIFIED),
                search.form(),
                search.purposeClass(),
                search.theme(),
                search.network(),
                search.unconfirmedSince());
    }

    private static LocalDate day(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException _) {
            throw malformed("unconfirmedSince", "A day such as 2026-01-15");
        }
    }

    private static Set<Status> statuses(List<String> codes) {
        if (codes.isEmpty()) {
            throw malformed("status", "Some of " + WireCodes.all(Status.class));
        }
        return codes.stream()
                .map(
                        code ->
                                WireCodes.read(Status.class, code)
                                        .orElseThrow(
                                                () ->
                                                        malformed(
                                                                "status",
                                                                "Some of "
                                                                        + WireCodes.all(
                                                                                Status.class))))
                .collect(Collectors.toSet());
    }

    private static LegalForm form(String code) {
        return LegalForm.ofCode(code)
                .orElseThrow(() -> malformed("form", "One of " + WireCodes.all(LegalForm.class)));
    }

    private static PurposeClass purposeClass(String number) {
        return new PurposeClass(
                Integer.parseInt(
                        matched("purposeClass", number, CLASS, "Purpose classes are 1 to 9")));
    }

    private static String matched(String parameter, String value, Pattern form, String message) {
        if (!form.matcher(value).matches()) {
            throw malformed(parameter, message);
        }
        return value;
    }

    private static Problem malformed(String parameter, String message) {
        return Problems.malformed(parameter, "malformed", message);
    }
}
