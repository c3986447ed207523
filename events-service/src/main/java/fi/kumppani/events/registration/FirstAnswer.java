package fi.kumppani.events.registration;

/**
 * What somebody was answered when they registered; the same request gets it again for ever.
 *
 * @param id their registration
 * @param place in the queue at that moment; 0 for those who do not wait in it
 * @param requested whether it waits for approval
 */
public record FirstAnswer(RegistrationId id, long place, boolean requested) {

    /** Whether they got their seats. */
    public boolean seated() {
        return place == 0 && !requested;
    }
}
