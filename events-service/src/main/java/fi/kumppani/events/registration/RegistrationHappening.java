package fi.kumppani.events.registration;

import fi.kumppani.events.event.NoticeKind;

/** What happened to a registration that others must know. */
public sealed interface RegistrationHappening {

    /** The registration as it is now. */
    Registration registration();

    /** It got its seats when it arrived, or was approved. */
    record SeatGiven(Registration.Confirmed registration) implements RegistrationHappening {}

    /** It began to wait. */
    record QueueJoined(Registration.Waitlisted registration) implements RegistrationHappening {}

    /** It got its seats after waiting. */
    record QueueLeftForSeat(Registration.Confirmed registration) implements RegistrationHappening {}

    /** It got some of its seats, and waits for the others. */
    record SomeSeatsGiven(Registration.Waitlisted registration) implements RegistrationHappening {}

    /** Its seats are kept for it until it accepts them. */
    record SeatOffered(Registration.Offered registration) implements RegistrationHappening {}

    /** It accepted its seats. */
    record OfferAccepted(Registration.Confirmed registration) implements RegistrationHappening {}

    /** It waits for approval. */
    record ApprovalAsked(Registration.Requested registration) implements RegistrationHappening {}

    /** Whoever registered wrote it anew. */
    record Rewritten(Registration.Live registration) implements RegistrationHappening {}

    /** The deputy took it over. */
    record HandedOver(Registration.Live registration) implements RegistrationHappening {}

    /** Somebody tried to register with its address once more, and is shown the way by mail. */
    record AskedAgain(Registration.Live registration) implements RegistrationHappening {}

    /** It came to its end. */
    record Ended(Registration.Cancelled registration) implements RegistrationHappening {}

    /**
     * It is to be told something about its event; itself it stays as it is.
     *
     * @param notice what it is told
     * @param eventRevision the event's revision that it is told of
     */
    record NoticeDue(Registration.Live registration, NoticeKind notice, long eventRevision)
            implements RegistrationHappening {}

    /** It changed in a way that concerns nobody else. */
    record Noted(Registration registration) implements RegistrationHappening {}
}
