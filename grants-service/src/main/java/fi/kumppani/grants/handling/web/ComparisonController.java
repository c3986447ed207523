package fi.kumppani.grants.handling.web;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.handling.CompareApplications;
import fi.kumppani.grants.handling.CompareApplications.Order;
import fi.kumppani.grants.handling.CompareApplications.Row;
import fi.kumppani.grants.handling.HandleApplication;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.kit.web.CsvTable;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.Page;
import fi.kumppani.kit.web.ReaderLanguage;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The applications of a call side by side. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/calls/{id}")
class ComparisonController {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");
    private static final int AT_ONCE = 200;
    private static final List<String> HEADINGS =
            List.of(
                    "diaryNumber",
                    "associationId",
                    "association",
                    "requested",
                    "totalCost",
                    "costs",
                    "incomes",
                    "pastGrants",
                    "total",
                    "reviews",
                    "assignee",
                    "state",
                    "status",
                    "disqualified");

    private final CompareApplications compareApplications;
    private final HandleApplication handleApplication;
    private final GrantCalls calls;

    ComparisonController(
            CompareApplications compareApplications,
            HandleApplication handleApplication,
            GrantCalls calls) {
        this.compareApplications = compareApplications;
        this.handleApplication = handleApplication;
        this.calls = calls;
    }

    /**
     * A page of the table.
     *
     * @param sort {@code number}, {@code amount}, or {@code total} once the review round is closed
     */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/comparison")
    Page<ComparisonRow> compare(
            @PathVariable String id,
            @RequestParam(defaultValue = "number") String sort,
            Cursor cursor,
            CurrentUser user) {
        var page =
                cursor.page(
                        rows(id, order(sort), number(cursor.after()), cursor.fetchSize(), user),
                        row -> Integer.toString(row.place()));
        return new Page<>(shown(page.items(), user).toList(), page.next());
    }

    /** The whole table for a spreadsheet (RFC 4180, UTF-8 with a byte order mark). */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping("/comparison.csv")
    void export(
            @PathVariable String id,
            @RequestParam(defaultValue = "number") String sort,
            ReaderLanguage reader,
            CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        Order order = order(sort);
        List<Row> first = rows(id, order, 0, AT_ONCE, user);
        CsvTable.answer(
                response,
                "comparison.csv",
                HEADINGS,
                writer -> {
                    List<Row> rows = first;
                    while (!rows.isEmpty()) {
                        shown(rows, user).map(row -> cells(row, reader)).forEach(writer);
                        rows = rows(id, order, rows.getLast().place(), AT_ONCE, user);
                    }
                });
    }

    private static List<String> cells(ComparisonRow row, ReaderLanguage reader) {
        LocalizedText name = row.associationName();
        String past =
                row.pastGrants() == null
                        ? ""
                        : row.pastGrants().stream()
                                .map(each -> each.year() + ": " + each.granted())
                                .collect(Collectors.joining("; "));
        return Stream.of(
                        row.diaryNumber(),
                        row.associationId(),
                        name == null ? null : reader.tell(name).text(),
                        row.requested(),
                        row.totalCost(),
                        row.costPlan() == null ? null : row.costPlan().costsInOneLine(),
                        row.costPlan() == null ? null : row.costPlan().incomesInOneLine(),
                        past,
                        row.total(),
                        row.reviews(),
                        row.assignee(),
                        row.state(),
                        row.status(),
                        row.disqualified())
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }

    /** When the review round was closed. */
    record ClosingView(Instant closedAt) {}

    /** Closes the review round of all applications; said again, it is closed. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/review-round/closing")
    ClosingView close(@PathVariable String id, CurrentUser user) {
        CallId call = new CallId(id);
        if (calls.announced(call).isEmpty()) {
            throw Problems.notFound();
        }
        return new ClosingView(
                Objects.requireNonNull(
                        handleApplication.closeAll(call, user.subject()).closedAt()));
    }

    private List<Row> rows(String id, Order order, int after, int limit, CurrentUser user) {
        return switch (compareApplications
                .compare(new CallId(id), order, after, limit, user.subject())
                .orElseThrow(Problems::notFound)) {
            case CompareApplications.Result.Rows(var rows) -> rows;
            case CompareApplications.Result.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    private static Stream<ComparisonRow> shown(List<Row> rows, CurrentUser user) {
        return rows.stream()
                .flatMap(row -> row.compared().stream())
                .map(each -> ComparisonRow.of(each, user.subject()));
    }

    private static Order order(String sort) {
        return WireCodes.read(Order.class, sort)
                .orElseThrow(
                        () ->
                                Problems.malformed(
                                        "sort", "unknown", "One of " + WireCodes.all(Order.class)));
    }

    private static int number(@Nullable String place) {
        String given = Objects.requireNonNullElse(place, "0");
        if (!NUMBER.matcher(given).matches()) {
            throw Problems.malformed("cursor", "malformed", "Send the cursor as it was given");
        }
        return Integer.parseInt(given);
    }
}
