package fi.kumppani.contracts.grants;

/** A report of how a grant was used got further, or was asked to be completed. */
public record UsageReportChanged(UsageReport report) {
    public static final String TYPE = "grants.report.changed.v1";
}
