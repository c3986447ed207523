package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.call.CallId;

import java.util.Optional;
import java.util.function.Function;

/** Which reports of the current municipality are checked against their receipts. */
public interface ReportSamples {

    /** The drawings of a call; none before the first. */
    ReportSample find(CallId call);

    /**
     * Draws once more, in one write; asks again when somebody else drew in between, so the question
     * must have no effects.
     *
     * @param decide the drawing, or empty for none
     * @return all drawings then
     */
    ReportSample draw(CallId call, Function<ReportSample, Optional<SampleDraw>> decide);
}
