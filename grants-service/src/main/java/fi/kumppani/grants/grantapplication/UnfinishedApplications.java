package fi.kumppani.grants.grantapplication;

import java.util.function.Consumer;

/** The applications of all municipalities that may have been left half way. */
public interface UnfinishedApplications {

    /**
     * Shows each whose decision was left within its own municipality; a scan on small stores, so
     * not often.
     */
    void forEach(Consumer<ApplicationId> work);

    /** The same, of those whose transfer was left. */
    void forEachTransfer(Consumer<ApplicationId> work);
}
