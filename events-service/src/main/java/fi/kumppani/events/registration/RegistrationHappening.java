package fi.kumppani.events.registration;

/** What happened to a registration that others must know. */
public sealed interface RegistrationHappening {

    /** The registration as it is now. */
    Registration registration();

    /** It got a seat when it arrived. */
    record SeatGiven(Registration.Confirmed registration) implements RegistrationHappening {}

    /** It began to wait. */
    record QueueJoined(Registration.Waitlisted registration) implements RegistrationHappening {}

    /** It got a seat after waiting. */
    record QueueLeftForSeat(Registration.Confirmed registration) implements RegistrationHappening {}

    /** It was given up. */
    record GivenUp(Registration.Cancelled registration) implements RegistrationHappening {}
}
