package fi.kumppani.grants.history.web;

import fi.kumppani.grants.history.ImportGrantHistory;
import fi.kumppani.grants.history.ImportedRow;
import fi.kumppani.grants.history.PastCall;
import fi.kumppani.grants.history.PastDecision;
import fi.kumppani.grants.history.web.ImportRequest.CallRow;
import fi.kumppani.grants.history.web.ImportRequest.DecisionRow;
import fi.kumppani.grants.history.web.ImportView.RowView;
import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToScope;
import fi.kumppani.kit.time.FinnishTime;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Takes over what a municipality granted before. Sent again, rows that were taken stay as they are;
 * so a load that broke off is simply sent once more.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/grant-imports")
class ImportController {

    private final ImportGrantHistory importGrantHistory;
    private final Clock clock;

    ImportController(ImportGrantHistory importGrantHistory, Clock clock) {
        this.importGrantHistory = importGrantHistory;
        this.clock = clock;
    }

    /** Takes the calls, then the decisions; each row is taken or refused by itself. */
    @OpenToScope("history:import")
    @PostMapping
    ImportView take(@Valid @RequestBody ImportRequest request, CurrentUser user) {
        int rows = request.callRows().size() + request.decisionRows().size();
        if (rows == 0 || rows > ImportRequest.MOST_ROWS) {
            throw Problems.invalid(
                    "decisions",
                    "size",
                    "A call has 1 to " + ImportRequest.MOST_ROWS + " rows in all");
        }
        return ImportView.of(
                calls(request.callRows()), decisions(request.decisionRows(), user.subject()));
    }

    private List<RowView> calls(List<CallRow> rows) {
        List<RowView> views = new ArrayList<>(rows.size());
        Set<String> keys = new HashSet<>();
        for (CallRow row : rows) {
            views.add(keys.add(row.key()) ? call(row) : duplicate(row.key()));
        }
        return views;
    }

    private RowView call(CallRow row) {
        return switch (RowReader.read(row)) {
            case RowReader.Sound<PastCall>(var past) ->
                    view(row.key(), importGrantHistory.take(past));
            case RowReader.Faulty<PastCall>(var errors) -> RowView.refused(row.key(), errors);
        };
    }

    private List<RowView> decisions(List<DecisionRow> rows, String importer) {
        LocalDate today = FinnishTime.today(clock);
        Map<String, RowView> faulty = new HashMap<>();
        List<PastDecision> sound = new ArrayList<>(rows.size());
        Set<String> keys = new HashSet<>();
        List<RowView> views = new ArrayList<>(rows.size());
        for (DecisionRow row : rows) {
            if (keys.add(row.key())) {
                switch (RowReader.read(row, today)) {
                    case RowReader.Sound<PastDecision>(var past) -> sound.add(past);
                    case RowReader.Faulty<PastDecision>(var errors) ->
                            faulty.put(row.key(), RowView.refused(row.key(), errors));
                }
            }
        }
        Map<String, ImportedRow> taken = importGrantHistory.take(sound, importer);
        keys.clear();
        for (DecisionRow row : rows) {
            RowView fault = faulty.get(row.key());
            if (!keys.add(row.key())) {
                views.add(duplicate(row.key()));
            } else if (fault != null) {
                views.add(fault);
            } else {
                views.add(view(row.key(), Objects.requireNonNull(taken.get(row.key()))));
            }
        }
        return views;
    }

    private static RowView duplicate(String key) {
        return RowView.refused(
                key, List.of(new FieldError("key", "duplicate", "This key came before")));
    }

    private static RowView view(String key, ImportedRow row) {
        return switch (row) {
            case ImportedRow.Imported(var id, var number) ->
                    new RowView(key, RowView.IMPORTED, id, number, null);
            case ImportedRow.Unchanged(var id, var number) ->
                    new RowView(key, RowView.UNCHANGED, id, number, null);
            case ImportedRow.Refused(var reason) -> RowView.refused(key, List.of(error(reason)));
        };
    }

    private static FieldError error(ImportedRow.Reason reason) {
        return switch (reason) {
            case KEY_REUSED ->
                    new FieldError("key", "key-reused", "This key came with another row before");
            case CALL_UNKNOWN ->
                    new FieldError("call", "call-unknown", "No call was imported under this key");
            case ASSOCIATION_UNKNOWN ->
                    new FieldError(
                            "associationId",
                            "association-unknown",
                            "The registry has not told of it, or not yet");
            case OVER_CAP ->
                    new FieldError("granted", "over-cap", "More than the cap per application");
            case OVER_REQUESTED ->
                    new FieldError("granted", "over-requested", "More than was asked for");
            case BUDGET_EXCEEDED ->
                    new FieldError("granted", "budget-exceeded", "The budget does not suffice");
        };
    }
}
