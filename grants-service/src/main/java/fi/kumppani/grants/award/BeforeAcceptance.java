package fi.kumppani.grants.award;

import fi.kumppani.grants.grantapplication.GrantApplication;

/** Prepares what follows from an acceptance, before it is taken down. */
public interface BeforeAcceptance {

    /** Prepares it; said again, or when it is not accepted after all, nothing comes of it. */
    void prepare(GrantApplication.Decided decided);
}
