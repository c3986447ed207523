package fi.kumppani.grants.grantapplication;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finishes what takes several writes and was left half made by a crash. */
public abstract class LeftWork {

    private final Logger log = LoggerFactory.getLogger(getClass());

    /** Finishes all there is; one that fails keeps the others from nothing. */
    public abstract void finishAll();

    /**
     * Finishes one; when it fails, that is logged.
     *
     * @param what its id
     */
    protected final void attempt(Object what, Runnable finish) {
        try {
            finish.run();
        } catch (RuntimeException e) {
            log.warn("{} could not be finished: {}", what, e.getClass().getSimpleName());
        }
    }
}
