package fi.kumppani.portal.registrar;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a table of associations (RFC 4180 with a row of headings, UTF-8, parted by semicolons or
 * commas), as spreadsheets write them.
 */
final class ImportFile {

    /** The most bytes of a file. */
    static final int LARGEST = 1024 * 1024;

    /** The most rows of a file. */
    static final int MOST_ROWS = 2_000;

    /** The columns there may be; all but a name and the form may be left out. */
    static final List<String> COLUMNS =
            List.of(
                    "key",
                    "name.fi",
                    "name.sv",
                    "name.en",
                    "businessId",
                    "registerNumber",
                    "form",
                    "purposeClass",
                    "themes",
                    "active",
                    "contact.email",
                    "contact.language");

    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");
    private static final String NAMES = "name.";
    private static final String CONTACT = "contact.";
    private static final String BUSINESS_ID = "businessId";
    private static final String REGISTER_NUMBER = "registerNumber";
    private static final Set<String> YES = Set.of("", "true", "yes", "kyllä", "ja", "1", "x");
    private static final Set<String> NO = Set.of("false", "no", "ei", "nej", "0");
    private static final String FAULT = "registrar.import.fault.";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private ImportFile() {}

    /** What a file turns out to be. */
    sealed interface Reading {

        /** Rows, at least one. */
        record Read(List<ImportRow> rows) implements Reading {}

        /**
         * Not what can be read.
         *
         * @param text the key of the text that says why
         */
        record Faulty(String text) implements Reading {}
    }

    /** Reads a file. */
    static Reading read(byte[] file) {
        if (file.length == 0) {
            return faulty("none");
        }
        if (file.length > LARGEST) {
            return faulty("too-large");
        }
        try {
            return rows(text(file));
        } catch (CharacterCodingException e) {
            return faulty("encoding");
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return faulty("table");
        }
    }

    private static Reading rows(String text) throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter(text))
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setIgnoreHeaderCase(true)
                        .setIgnoreSurroundingSpaces(true)
                        .setAllowMissingColumnNames(true)
                        .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
                        .get();
        List<ImportRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<String> headings =
                    parser.getHeaderNames().stream()
                            .map(heading -> heading.toLowerCase(Locale.ROOT))
                            .toList();
            if (LANGUAGES.stream().noneMatch(each -> headings.contains(NAMES + each))
                    || !headings.contains("form")) {
                return faulty("columns");
            }
            for (CSVRecord each : parser) {
                if (each.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (rows.size() == MOST_ROWS) {
                    return faulty("too-many");
                }
                rows.add(row(each, parser.getCurrentLineNumber()));
            }
        }
        return rows.isEmpty() ? faulty("empty") : new Reading.Read(List.copyOf(rows));
    }

    private static ImportRow row(CSVRecord each, long line) {
        Map<String, String> name = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> put(name, language, cell(each, NAMES + language)));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        Stream.of(BUSINESS_ID, REGISTER_NUMBER, "form")
                .filter(field -> !cell(each, field).isEmpty())
                .forEach(field -> facts.put(field, cell(each, field)));
        String purposeClass = cell(each, "purposeClass");
        if (!purposeClass.isEmpty()) {
            facts.put("purposeClass", AssociationForm.purposeClass(purposeClass));
        }
        facts.put("themes", AssociationForm.themes(cell(each, "themes")));
        String active = cell(each, "active").toLowerCase(Locale.ROOT);
        facts.put("active", YES.contains(active));
        return new ImportRow(
                line,
                key(each, name),
                name.values().stream().findFirst().orElse("–"),
                facts,
                contact(each),
                YES.contains(active) || NO.contains(active)
                        ? List.of()
                        : List.of(FAULT + "active"));
    }

    /** Where the association's mail goes; empty where the row does not say. */
    private static Map<String, String> contact(CSVRecord each) {
        Map<String, String> contact = new LinkedHashMap<>();
        put(contact, "email", cell(each, CONTACT + "email"));
        put(contact, "language", cell(each, CONTACT + "language").toLowerCase(Locale.ROOT));
        return contact;
    }

    /** The key of the row, else one made of what tells the association from all others. */
    private static String key(CSVRecord each, Map<String, String> name) {
        String key = cell(each, "key");
        if (!key.isEmpty()) {
            return key;
        }
        String businessId = cell(each, BUSINESS_ID);
        if (!businessId.isEmpty()) {
            return BUSINESS_ID + ":" + digest(businessId);
        }
        String registerNumber = cell(each, REGISTER_NUMBER);
        return registerNumber.isEmpty()
                ? "name:" + digest(name.toString())
                : REGISTER_NUMBER + ":" + digest(registerNumber);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? Objects.requireNonNullElse(row.get(column), "").strip() : "";
    }

    private static void put(Map<String, String> name, String language, String text) {
        if (!text.isEmpty()) {
            name.put(language, text);
        }
    }

    private static String text(byte[] file) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static char delimiter(String text) {
        String headings = text.lines().findFirst().orElse("");
        long semicolons = headings.chars().filter(each -> each == ';').count();
        return semicolons > 0 ? ';' : ',';
    }

    private static Reading faulty(String why) {
        return new Reading.Faulty(FAULT + why);
    }
}
