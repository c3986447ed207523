package fi.kumppani.kit.web;

import fi.kumppani.kit.text.Cell;

import jakarta.servlet.http.HttpServletResponse;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpHeaders;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table for spreadsheets, written row by row as it is read, however many rows there are (RFC
 * 4180, UTF-8 with a byte order mark). No cell is taken for a formula.
 */
public final class CsvTable {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private CsvTable() {}

    /** What is in a table. */
    @FunctionalInterface
    public interface Rows {

        /** Gives each row to the writer, in order; as many cells as there are headings. */
        void writeTo(Consumer<List<String>> writer);
    }

    /**
     * Answers with a table, to be saved and not to be cached.
     *
     * @param fileName without what a header could not hold: letters, digits, hyphens and dots
     * @throws IOException when the reader is gone
     */
    public static void answer(
            HttpServletResponse response, String fileName, List<String> headings, Rows rows)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
        printer.printRecord(headings);
        try {
            rows.writeTo(row -> print(printer, row));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        printer.flush();
    }

    private static void print(CSVPrinter printer, List<String> row) {
        try {
            printer.printRecord(row.stream().map(Cell::of));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
