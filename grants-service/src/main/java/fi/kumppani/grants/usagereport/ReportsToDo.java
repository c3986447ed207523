package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.grantapplication.ApplicationId;

import java.util.List;
import java.util.function.Consumer;

/** The reports of all municipalities that somebody has to do something about. */
public interface ReportsToDo {

    /** Shows each that was approved and of which the award may not know, in its municipality. */
    void forEachConcluding(Consumer<ApplicationId> work);

    /**
     * Shows those that are not handed in, many at once, each part within its own municipality; a
     * scan on small stores, so not often.
     */
    void forEachOpen(Consumer<List<ApplicationId>> work);
}
