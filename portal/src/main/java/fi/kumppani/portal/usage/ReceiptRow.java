package fi.kumppani.portal.usage;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.page.Uploads;
import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A receipt in words.
 *
 * @param mark tells it from others
 * @param category the end of a text's key
 * @param file what shows it; null while nothing does
 */
public record ReceiptRow(
        String mark,
        String description,
        String paidOn,
        String amount,
        String category,
        @Nullable File file) {

    /**
     * A file of the report.
     *
     * @param size in kilobytes
     * @param used whether a receipt names it, so that it stays as long as that one
     */
    public record File(String id, String name, String href, String size, boolean used) {}

    /** The receipts of a report. */
    public static List<ReceiptRow> of(
            String code, String id, ReportFacts facts, Language language) {
        List<File> files = files(code, id, facts);
        return facts.content().receipts().stream()
                .map(
                        each ->
                                new ReceiptRow(
                                        each.mark(),
                                        each.description(),
                                        Formats.day(each.paidOn(), language),
                                        Formats.euros(each.amount()),
                                        ReportView.category(each.category()),
                                        files.stream()
                                                .filter(file -> file.id().equals(each.file()))
                                                .findFirst()
                                                .orElse(null)))
                .toList();
    }

    /** The files of a report. */
    public static List<File> files(String code, String id, ReportFacts facts) {
        return facts.files().stream()
                .map(
                        file ->
                                new File(
                                        file.id(),
                                        file.name(),
                                        "/api/grants/v1/municipalities/"
                                                + code
                                                + "/applications/"
                                                + id
                                                + "/usage-report/files/"
                                                + file.id(),
                                        Uploads.kilobytes(file.bytes()),
                                        facts.content().receipts().stream()
                                                .anyMatch(each -> file.id().equals(each.file()))))
                .toList();
    }
}
