package fi.kumppani.events.timing;

import java.time.Instant;

/**
 * Something that is looked for at the start of each instance and every few minutes, in all
 * municipalities; by several instances at once, and after a crash.
 */
public interface Chore {

    /** Does what there is to do by now. Said again, it changes nothing. */
    void carryOut(Instant now);
}
