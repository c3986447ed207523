package fi.kumppani.grants.award;

import fi.kumppani.grants.grantapplication.ApplicationId;

import java.util.function.Consumer;

/** The awards of all municipalities that were declined and whose ledger may not know. */
public interface UnfinishedAwards {

    /** Shows each of them, within its own municipality. */
    void forEach(Consumer<ApplicationId> work);
}
