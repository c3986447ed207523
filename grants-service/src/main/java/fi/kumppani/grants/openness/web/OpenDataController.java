package fi.kumppani.grants.openness.web;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.openness.NationalTable;
import fi.kumppani.grants.openness.ReadOpenDecisions;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.kit.web.CsvTable;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decisions of a budget year as open data, written row by row however many there are. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/open-data")
class OpenDataController {

    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";
    private static final char SEPARATOR = '/';
    private static final Pattern PLACE = Pattern.compile("([^/]+)/([0-9]{1,9})");

    private final ReadOpenDecisions decisions;
    private final GivingIds givingIds;
    private final JsonMapper json;
    private final Clock clock;

    OpenDataController(
            ReadOpenDecisions decisions, GivingIds givingIds, JsonMapper json, Clock clock) {
        this.decisions = decisions;
        this.givingIds = givingIds;
        this.json = json;
        this.clock = clock;
    }

    /** The decisions of a budget year, refusals included, to be read page by page. */
    @OpenToAll
    @RateLimited
    @GetMapping("/decisions")
    Page<OpenDecisionView> list(@RequestParam @Min(2000) @Max(2100) int year, Cursor cursor) {
        return cursor.page(
                        decisions.list(year, place(cursor.after()), cursor.fetchSize()),
                        placed ->
                                placed.place().call().value()
                                        + SEPARATOR
                                        + placed.place().position())
                .map(placed -> OpenDecisionView.of(placed.decision()));
    }

    private static ReadOpenDecisions.@Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        Matcher place = PLACE.matcher(after);
        if (!place.matches()) {
            throw Problems.invalid("cursor", "invalid", "Not a place in this list");
        }
        return new ReadOpenDecisions.Place(
                new CallId(place.group(1)), Integer.parseInt(place.group(2)));
    }

    /** Every decision, refusals included, in the 34 columns of the national record (RFC 4180). */
    @OpenToAll
    @RateLimited
    @GetMapping("/decisions.csv")
    void table(@RequestParam @Min(2000) @Max(2100) int year, HttpServletResponse response)
            throws IOException {
        CsvTable.answer(
                response,
                fileName(year, "csv"),
                NationalTable.COLUMNS,
                writer -> decisions.forEach(year, open -> writer.accept(NationalTable.row(open))));
    }

    /**
     * What was granted, as a package of the 360Giving Data Standard 1.4; of a year in which nothing
     * was, one without grants, which the standard would not have published.
     */
    @OpenToAll
    @RateLimited
    @GetMapping("/grants.json")
    void giving(@RequestParam @Min(2000) @Max(2100) int year, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + fileName(year, "json") + "\"");
        try (JsonGenerator out = json.createGenerator(response.getOutputStream())) {
            out.writeStartObject();
            var funder = GivingGrant.funder(Tenancy.current(), givingIds);
            out.writeStringProperty("version", "1.4");
            out.writeStringProperty("title", funder.name() + ", " + year);
            out.writeStringProperty("issued", FinnishTime.today(clock).toString());
            out.writeStringProperty("license", LICENCE);
            out.writeName("publisher");
            out.writeStartObject();
            out.writeStringProperty("identifier", funder.id());
            out.writeStringProperty("name", funder.name());
            out.writeEndObject();
            out.writeName("grants");
            out.writeStartArray();
            decisions.forEach(
                    year,
                    open -> {
                        if (open.decided().decision().granted().cents() > 0) {
                            json.writeValue(out, GivingGrant.of(open, givingIds));
                        }
                    });
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private static String fileName(int year, String extension) {
        return "avustukset-%s-%d.%s".formatted(Tenancy.current(), year, extension);
    }
}
