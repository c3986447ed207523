package fi.kumppani.grants.grantapplication;

import java.util.List;
import java.util.function.Consumer;

/** The applications of all municipalities to which nothing is under way. */
public interface AgedApplications {

    /** Shows drafts, and what is decided or withdrawn, some at once in their own municipality. */
    void forEachSettled(Consumer<List<ApplicationId>> work);

    /** Erases a draft of the current municipality for good; what was handed in stays. */
    void eraseDraft(ApplicationId id);
}
