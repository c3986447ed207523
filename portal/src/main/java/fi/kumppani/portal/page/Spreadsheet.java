package fi.kumppani.portal.page;

import jakarta.servlet.http.HttpServletResponse;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list as a table for spreadsheets, written row by row: as CSV (RFC 4180, UTF-8 with a byte order
 * mark), or as a workbook. What begins like a formula gets an apostrophe before it in CSV, so that
 * nothing is calculated (OWASP, CSV Injection); a workbook says of each cell that it is text.
 */
public final class Spreadsheet {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final String WORKBOOK =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int ROWS_AT_ONCE = 200;

    private Spreadsheet() {}

    /**
     * Answers with a table, to be saved and not to be kept on the way.
     *
     * @param name of the file, of letters, digits, hyphens and dots; a workbook where it ends so
     * @param rows as many cells each as there are headings
     * @throws IOException when the reader is gone
     */
    public static void answer(
            HttpServletResponse response,
            String name,
            List<String> headings,
            Stream<List<String>> rows)
            throws IOException {
        boolean isWorkbook = name.endsWith(".xlsx");
        response.setContentType(isWorkbook ? WORKBOOK : "text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        if (isWorkbook) {
            workbook(headings, rows, response.getOutputStream());
        } else {
            csv(headings, rows, response.getOutputStream());
        }
    }

    private static void csv(List<String> headings, Stream<List<String>> rows, OutputStream stream)
            throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(headings);
        for (Iterator<List<String>> each = rows.iterator(); each.hasNext(); ) {
            printer.printRecord(each.next().stream().map(Spreadsheet::cell).toList());
        }
        printer.flush();
    }

    private static void workbook(
            List<String> headings, Stream<List<String>> rows, OutputStream stream)
            throws IOException {
        try (Workbook workbook = new Workbook(stream, "Kumppani", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Kumppani");
            row(sheet, 0, headings);
            int next = 1;
            for (Iterator<List<String>> each = rows.iterator(); each.hasNext(); next++) {
                row(sheet, next, each.next());
                if (next % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
        }
    }

    private static void row(Worksheet sheet, int number, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(number, column, cells.get(column));
        }
    }

    static String cell(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
