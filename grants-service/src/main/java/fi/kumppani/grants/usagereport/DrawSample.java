package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.ListArrivedApplications;
import fi.kumppani.kit.ids.Ids;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws which reports of a call are checked against their receipts. */
@Service
public class DrawSample {

    private static final int PAGE = 500;

    private final ReportSamples samples;
    private final UsageReports reports;
    private final ListArrivedApplications arrived;
    private final Ids ids;
    private final Clock clock;

    DrawSample(
            ReportSamples samples,
            UsageReports reports,
            ListArrivedApplications arrived,
            Ids ids,
            Clock clock) {
        this.samples = samples;
        this.reports = reports;
        this.arrived = arrived;
        this.ids = ids;
        this.clock = clock;
    }

    /** The drawings of a call. */
    public ReportSample read(CallId call) {
        return samples.find(call);
    }

    /**
     * Draws among all reports of the call that are to be written or written, and were in no drawing
     * before; without any, nothing is drawn.
     *
     * @param percent by the call's terms, 1 to 100
     * @param by as the identity provider's opaque {@code sub}
     */
    public ReportSample draw(CallId call, int percent, String by) {
        Set<ApplicationId> all = all(call);
        String seed = ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return samples.draw(
                call,
                known -> {
                    Set<ApplicationId> more =
                            all.stream()
                                    .filter(each -> !known.includes(each))
                                    .collect(Collectors.toSet());
                    return more.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new SampleDraw(seed, percent, now, by, more));
                });
    }

    private Set<ApplicationId> all(CallId call) {
        Set<ApplicationId> found = new HashSet<>();
        int after = 0;
        List<ListArrivedApplications.Row> page;
        do {
            page = arrived.list(call, after, PAGE);
            found.addAll(
                    reports.findAll(
                                    page.stream()
                                            .flatMap(row -> row.application().stream())
                                            .map(each -> each.filing().id())
                                            .toList())
                            .keySet());
            after = page.isEmpty() ? after : page.getLast().position();
        } while (page.size() == PAGE);
        return found;
    }
}
