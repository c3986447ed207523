package fi.kumppani.events.export.web;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.export.ExportParticipants;
import fi.kumppani.events.export.ParticipantTable;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.web.CsvTable;
import fi.kumppani.kit.web.ReaderLanguage;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The participants of an event as a table. It is a POST, because each time stands in the event's
 * journal; the rows are written as they are read.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/events/{event}/participants/exports")
class ExportController {

    private static final String CSV = "csv";
    private static final int ROWS_AT_ONCE = 200;

    private final ExportParticipants exportParticipants;

    ExportController(ExportParticipants exportParticipants) {
        this.exportParticipants = exportParticipants;
    }

    /**
     * What is wanted.
     *
     * @param format {@code csv} (RFC 4180, UTF-8 with a byte order mark) or {@code xlsx}
     */
    record ExportRequest(@NotNull @Pattern(regexp = "csv|xlsx") String format) {}

    /** All registrations with name and address, and who has come; never what anybody needs. */
    @OpenToRoles(Role.COORDINATOR)
    @PostMapping
    void export(
            @PathVariable String event,
            @Valid @RequestBody ExportRequest request,
            ReaderLanguage reader,
            CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        ParticipantTable table =
                exportParticipants
                        .export(
                                new EventId(event),
                                request.format(),
                                reader.language(),
                                Actor.coordinator(user.subject()))
                        .orElseThrow(Problems::notFound);
        String fileName = table.title() + "." + request.format();
        if (request.format().equals(CSV)) {
            CsvTable.answer(response, fileName, table.headings(), table::eachRow);
            return;
        }
        response.setContentType(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            xlsx(table, response.getOutputStream());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void xlsx(ParticipantTable table, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Kumppani", "1.0")) {
            new Sheet(workbook.newWorksheet(table.title())).write(table);
        }
    }

    /** A sheet that is written row by row, as text alone. */
    private static final class Sheet {

        private final Worksheet worksheet;
        private int next;

        private Sheet(Worksheet worksheet) {
            this.worksheet = worksheet;
        }

        private void write(ParticipantTable table) throws IOException {
            row(table.headings());
            table.eachRow(this::row);
            worksheet.finish();
        }

        private void row(List<String> cells) {
            for (int column = 0; column < cells.size(); column++) {
                worksheet.inlineString(next, column, cells.get(column));
            }
            next++;
            if (next % ROWS_AT_ONCE == 0) {
                try {
                    worksheet.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
