package fi.kumppani.events.registration;

import java.util.List;
import java.util.Map;

/** What people said after events, as far as it is kept with their registration. */
public interface OwnFeedback {

    /**
     * What a registration answered, by the id of the question; none when it answered nothing, or
     * when answers are kept without who gave them.
     */
    Map<String, List<String>> of(RegistrationId id);
}
