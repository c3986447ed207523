package fi.kumppani.grants.reconciliation.web;

import fi.kumppani.grants.reconciliation.BookMonth;
import fi.kumppani.grants.reconciliation.ReconcileMonth;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.kit.web.CsvTable;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The monthly reconciliation report (täsmäytysraportti) of the municipality, written call by call
 * however many there are.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}")
class ReconciliationController {

    private static final int FIRST_YEAR = 2000;

    private final ReconcileMonth reconcileMonth;
    private final JsonMapper json;
    private final Clock clock;

    ReconciliationController(ReconcileMonth reconcileMonth, JsonMapper json, Clock clock) {
        this.reconcileMonth = reconcileMonth;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The report.
     *
     * @param month such as {@code 2026-11}, in Europe/Helsinki; not to come
     */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/reconciliation")
    void report(@RequestParam String month, HttpServletResponse response) throws IOException {
        BookMonth wanted = read(month);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        AtomicLong differences = new AtomicLong();
        try (JsonGenerator out = json.createGenerator(response.getOutputStream())) {
            out.writeStartObject();
            out.writeStringProperty("month", wanted.month().toString());
            out.writeName("calls");
            out.writeStartArray();
            reconcileMonth.forEach(
                    wanted,
                    books -> {
                        differences.addAndGet(books.differences().size());
                        json.writeValue(out, CallMonthView.of(books));
                    });
            out.writeEndArray();
            out.writeNumberProperty("differences", differences.get());
            out.writeEndObject();
        }
    }

    /** The same for a spreadsheet (RFC 4180, UTF-8 with a byte order mark), a row a figure. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/reconciliation.csv")
    void table(@RequestParam String month, HttpServletResponse response) throws IOException {
        BookMonth wanted = read(month);
        CsvTable.answer(
                response,
                "tasmaytys-%s-%s.csv".formatted(Tenancy.current(), wanted.month()),
                ReconciliationTable.HEADINGS,
                writer ->
                        reconcileMonth.forEach(
                                wanted,
                                books ->
                                        ReconciliationTable.write(
                                                wanted.month().toString(),
                                                CallMonthView.of(books),
                                                writer)));
    }

    private BookMonth read(String text) {
        YearMonth month;
        try {
            month = YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw Problems.malformed("month", "malformed", "A month such as 2026-11");
        }
        if (month.isAfter(YearMonth.from(FinnishTime.today(clock)))
                || month.getYear() < FIRST_YEAR) {
            throw Problems.malformed("month", "out-of-range", "From 2000 on, and not to come");
        }
        return new BookMonth(month);
    }
}
