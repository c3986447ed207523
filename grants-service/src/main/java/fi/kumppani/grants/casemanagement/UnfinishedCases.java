package fi.kumppani.grants.casemanagement;

import fi.kumppani.grants.grantapplication.ApplicationId;

import java.util.function.Consumer;

/** The cases of all municipalities whose decision came and may not be carried out. */
public interface UnfinishedCases {

    /** Shows each of them, within its own municipality. */
    void forEach(Consumer<ApplicationId> work);
}
