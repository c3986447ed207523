package fi.kumppani.grants.usagereport;

/** What grantees of the current municipality were told of reports that are due. */
public interface ReportReminders {

    /** Has the grantee told; kept before, nothing more. */
    void keep(ReportReminder reminder);
}
