package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;

import java.util.List;
import java.util.stream.Stream;

/**
 * All drawings of a call, each among those that were in none before.
 *
 * @param call of which call
 * @param draws in the order they were made
 */
public record ReportSample(CallId call, List<SampleDraw> draws) {

    /** Copies the list. */
    public ReportSample {
        draws = List.copyOf(draws);
    }

    /** Whether an application was among those of some drawing. */
    public boolean includes(ApplicationId application) {
        return draws.stream().anyMatch(draw -> draw.among().contains(application));
    }

    /** How closely its report is checked. */
    UsageReport.Depth depth(ApplicationId application) {
        if (!includes(application)) {
            return UsageReport.Depth.NOT_DRAWN;
        }
        return draws.stream().anyMatch(draw -> draw.drawn().contains(application))
                ? UsageReport.Depth.RECEIPTS
                : UsageReport.Depth.LIGHT;
    }

    /** The same with one more. */
    public ReportSample with(SampleDraw draw) {
        return new ReportSample(call, Stream.concat(draws.stream(), Stream.of(draw)).toList());
    }
}
