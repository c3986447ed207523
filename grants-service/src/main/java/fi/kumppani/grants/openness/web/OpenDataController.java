package fi.kumppani.grants.openness.web;

import fi.kumppani.grants.openness.NationalTable;
import fi.kumppani.grants.openness.OpenDecision;
import fi.kumppani.grants.openness.ReadOpenDecisions;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.tenancy.Tenancy;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Decisions of a budget year as open data, written row by row however many there are. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/open-data")
class OpenDataController {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final ReadOpenDecisions decisions;
    private final JsonMapper json;

    OpenDataController(ReadOpenDecisions decisions, JsonMapper json) {
        this.decisions = decisions;
        this.json = json;
    }

    /** Every decision, refusals included, in the 34 columns of the national record (RFC 4180). */
    @OpenToAll
    @RateLimited
    @GetMapping("/decisions.csv")
    void table(@RequestParam @Min(2000) @Max(2100) int year, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        saveAs(response, year, "csv");
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(NationalTable.COLUMNS);
        try {
            decisions.forEach(year, open -> print(printer, open));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        printer.flush();
    }

    private static void print(CSVPrinter printer, OpenDecision open) {
        try {
            printer.printRecord(NationalTable.row(open));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was granted, as a package of the 360Giving Data Standard 1.4. */
    @OpenToAll
    @RateLimited
    @GetMapping("/grants.json")
    void giving(@RequestParam @Min(2000) @Max(2100) int year, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        saveAs(response, year, "json");
        try (JsonGenerator out = json.createGenerator(response.getOutputStream())) {
            out.writeStartObject();
            out.writeStringProperty("version", "1.4");
            out.writeName("grants");
            out.writeStartArray();
            decisions.forEach(
                    year,
                    open -> {
                        if (open.decided().decision().granted().cents() > 0) {
                            json.writeValue(out, GivingGrant.of(open));
                        }
                    });
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private static void saveAs(HttpServletResponse response, int year, String extension) {
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"avustukset-%s-%d.%s\""
                        .formatted(Tenancy.current(), year, extension));
    }
}
