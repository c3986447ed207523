package fi.kumppani.grants.grantapplication;

/** Finishes what takes several writes and was left half made by a crash. */
public interface LeftWork {

    /** Finishes all there is; one that fails keeps the others from nothing. */
    void finishAll();
}
