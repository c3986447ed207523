package fi.kumppani.grants.casemanagement;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.ListArrivedApplications;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Map;

/** Lists what arrived for a call with its cases, so that missing ones can be opened. */
@Service
public class ListCases {

    private final ListArrivedApplications arrived;
    private final CaseFiles cases;

    ListCases(ListArrivedApplications arrived, CaseFiles cases) {
        this.arrived = arrived;
        this.cases = cases;
    }

    /**
     * In the order of arrival.
     *
     * @param after the position of the last one known, 0 for the beginning
     * @param limit how many positions to look at
     */
    public List<Row> list(CallId call, int after, int limit) {
        List<ListArrivedApplications.Row> rows = arrived.list(call, after, limit);
        Map<ApplicationId, CaseFile> known =
                cases.findAll(
                        rows.stream()
                                .flatMap(row -> row.application().stream())
                                .map(each -> each.filing().id())
                                .toList());
        return rows.stream()
                .map(
                        row -> {
                            GrantApplication application = row.application().orElse(null);
                            return new Row(
                                    row.position(),
                                    application,
                                    application == null
                                            ? null
                                            : known.get(application.filing().id()));
                        })
                .toList();
    }

    /**
     * A position of the list.
     *
     * @param position dense within the call, from 1
     * @param application null when nothing was handed in under it
     * @param file its case; null when none is opened
     */
    public record Row(
            int position, @Nullable GrantApplication application, @Nullable CaseFile file) {}
}
