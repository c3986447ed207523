package fi.kumppani.grants.grantapplication;

import java.util.function.Consumer;

/** The applications of all municipalities whose decision may have been left half made. */
public interface UnfinishedApplications {

    /** Shows each of them within its own municipality; a scan on small stores, so not often. */
    void forEach(Consumer<ApplicationId> work);
}
