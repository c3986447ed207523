package fi.kumppani.events.feedback;

import fi.kumppani.events.admission.Form;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.RegistrationLinks;

import java.time.Duration;
import java.time.Instant;

/**
 * What those who came to an event are asked.
 *
 * @param event the event
 * @param version counts its changes, from 1
 * @param form the questions; with none, nobody is asked
 * @param anonymous whether answers are kept without the registration they came from
 * @param after how long after the end of the event people are asked
 */
public record FeedbackForm(
        EventId event, long version, Form form, boolean anonymous, Duration after) {

    /** How long after the end people are asked, where nothing else is said. */
    public static final Duration TWO_HOURS_AFTER = Duration.ofHours(2);

    /** Whether anything is asked. */
    public boolean asks() {
        return !form.questions().isEmpty();
    }

    /** From when on one can answer. */
    public Instant opensAt(Event about) {
        return about.details().schedule().endsAt().plus(after);
    }

    /** Until when one can answer: as long as links lead here. */
    public static Instant closesAt(Event about) {
        return RegistrationLinks.expireAt(about);
    }
}
