package fi.kumppani.portal.page;

import jakarta.servlet.http.HttpServletResponse;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list as a table for spreadsheets (RFC 4180, UTF-8 with a byte order mark), written row by row.
 * What begins like a formula gets an apostrophe before it, so that nothing is calculated (OWASP,
 * CSV Injection).
 */
public final class Spreadsheet {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private Spreadsheet() {}

    /**
     * Answers with a table, to be saved and not to be kept on the way.
     *
     * @param name of the file, of letters, digits, hyphens and dots
     * @param rows as many cells each as there are headings
     * @throws IOException when the reader is gone
     */
    public static void answer(
            HttpServletResponse response,
            String name,
            List<String> headings,
            Stream<List<String>> rows)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(headings);
        for (Iterator<List<String>> each = rows.iterator(); each.hasNext(); ) {
            printer.printRecord(each.next().stream().map(Spreadsheet::cell).toList());
        }
        printer.flush();
    }

    static String cell(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
