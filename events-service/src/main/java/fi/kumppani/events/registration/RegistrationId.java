package fi.kumppani.events.registration;

import fi.kumppani.events.event.EventId;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a registration.
 *
 * @param event the event
 * @param number order of arrival, from 1
 */
public record RegistrationId(EventId event, long number) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36}):([1-9][0-9]{0,9})");

    /** Reads what {@link #toString()} wrote; empty for anything else. */
    public static Optional<RegistrationId> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new RegistrationId(
                                new EventId(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return event + ":" + number;
    }
}
