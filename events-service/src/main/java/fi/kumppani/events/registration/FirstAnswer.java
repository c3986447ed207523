package fi.kumppani.events.registration;

/**
 * What somebody was answered when they registered; the same request gets it again for ever.
 *
 * @param id their registration
 * @param place in the queue at that moment; 0 for those who got a seat
 */
public record FirstAnswer(RegistrationId id, long place) {

    /** Whether they got a seat. */
    public boolean seated() {
        return place == 0;
    }
}
