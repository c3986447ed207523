package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.call.CallId;

import java.util.function.Consumer;

/** The reminders of the current municipality, and the drafts that need them. */
public interface DraftReminders {

    /** Shows each draft that answers a call; a scan on small stores, so once for each closing. */
    void forEachDraft(CallId call, Consumer<ApplicationId> work);

    /** Has the draft's owner told; kept before, nothing more. */
    void keep(DraftReminder reminder);
}
