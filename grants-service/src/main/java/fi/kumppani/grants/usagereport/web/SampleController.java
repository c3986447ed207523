package fi.kumppani.grants.usagereport.web;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.scheme.ReportTerms;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.grants.usagereport.DrawSample;
import fi.kumppani.grants.usagereport.FindDueReports;
import fi.kumppani.grants.usagereport.ReportSample;
import fi.kumppani.grants.usagereport.SampleDraw;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/** Which reports of a call are checked against their receipts. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/calls/{id}/report-sample")
class SampleController {

    private final DrawSample drawSample;
    private final FindDueReports dueReports;

    SampleController(DrawSample drawSample, FindDueReports dueReports) {
        this.drawSample = drawSample;
        this.dueReports = dueReports;
    }

    /** All drawings of a call. */
    record SampleView(List<DrawView> draws) {

        static SampleView of(ReportSample sample) {
            return new SampleView(sample.draws().stream().map(DrawView::of).toList());
        }
    }

    /**
     * One drawing, with all that is needed to draw again: the first applications in the order of
     * the SHA-256 of {@code seed:id}, as many as the percentage rounded up.
     */
    record DrawView(
            String seed, int percent, Instant drawnAt, List<String> among, List<String> drawn) {

        static DrawView of(SampleDraw draw) {
            return new DrawView(
                    draw.seed(),
                    draw.percent(),
                    draw.drawnAt(),
                    draw.among().stream().map(ApplicationId::value).sorted().toList(),
                    draw.drawn().stream().map(ApplicationId::value).toList());
        }
    }

    /** The drawings; none before the first. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    SampleView one(@PathVariable String id) {
        var _ = percent(id);
        return SampleView.of(drawSample.read(new CallId(id)));
    }

    /** Draws among those that were in no drawing yet; without any, nothing changes. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping
    SampleView draw(@PathVariable String id, CurrentUser user) {
        int percent = percent(id);
        return SampleView.of(drawSample.draw(new CallId(id), percent, user.subject()));
    }

    private int percent(String call) {
        return dueReports
                .scheme(new CallId(call))
                .map(Scheme::report)
                .map(ReportTerms::samplePercent)
                .filter(percent -> percent > 0)
                .orElseThrow(Problems::notFound);
    }
}
