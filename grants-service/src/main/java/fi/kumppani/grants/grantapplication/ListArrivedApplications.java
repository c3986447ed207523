package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.diary.Diaries;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists what arrived for a call, in the order of arrival: the diary knows the ids, so nothing is
 * searched however many applications there are.
 */
@Service
public class ListArrivedApplications {

    private final Diaries diaries;
    private final GrantApplications applications;
    private final FinishDecision finishDecision;

    ListArrivedApplications(
            Diaries diaries, GrantApplications applications, FinishDecision finishDecision) {
        this.diaries = diaries;
        this.applications = applications;
        this.finishDecision = finishDecision;
    }

    /**
     * Those that arrived; a number given to one that was not handed in after all is left out.
     *
     * @param after the position of the last one known, 0 for the beginning
     * @param limit how many positions to look at
     */
    public List<Row> list(CallId call, int after, int limit) {
        List<Diaries.Arrived> arrived = diaries.arrivedFor(call.value(), after, limit);
        Map<ApplicationId, Stored<GrantApplication>> found =
                applications.findAll(
                        arrived.stream()
                                .map(each -> new ApplicationId(each.applicationId()))
                                .toList());
        List<Row> rows = new ArrayList<>(arrived.size());
        for (Diaries.Arrived each : arrived) {
            rows.add(
                    new Row(
                            each.position(),
                            Optional.ofNullable(found.get(new ApplicationId(each.applicationId())))
                                    .map(Stored::body)
                                    .flatMap(this::settled)));
        }
        return rows;
    }

    private Optional<GrantApplication> settled(GrantApplication application) {
        return switch (application) {
            case GrantApplication.Draft _ -> Optional.empty();
            case GrantApplication.Deciding deciding ->
                    finishDecision.finish(deciding).map(Stored::body);
            case GrantApplication.Revising revising ->
                    finishDecision.finish(revising).map(Stored::body);
            case GrantApplication.Submitted _,
                    GrantApplication.Supplementing _,
                    GrantApplication.Withdrawn _,
                    GrantApplication.Transferred _,
                    GrantApplication.Decided _ ->
                    Optional.of(application);
        };
    }

    /**
     * A position of the list.
     *
     * @param position dense within the call, from 1
     * @param application absent when nothing was handed in under it
     */
    public record Row(int position, Optional<GrantApplication> application) {}
}
