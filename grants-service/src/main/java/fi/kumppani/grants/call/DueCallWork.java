package fi.kumppani.grants.call;

import java.time.Instant;

/**
 * Something that is done about calls at a certain time. Each kind is called when a call is due,
 * also after a crash and by several instances at once, and sees for itself whether it is its turn.
 */
public interface DueCallWork {

    /** Does what is due by now in the call's municipality. Said again, it changes nothing. */
    void carryOut(CallId id, Instant now);
}
