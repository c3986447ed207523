package fi.kumppani.portal.registration;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Seats that are held while the form is filled in, as the form carries them. Whoever changes the
 * numbers only misleads themselves: the token is the service's.
 *
 * @param number the registration they are held under
 * @param token goes with the form
 * @param until when they are given back
 */
record HeldSeats(long number, String token, Instant until) {

    private static final String NUMBER = "held";
    private static final String TOKEN = "heldToken";
    private static final String UNTIL = "heldUntil";

    /** What events-service answers when seats are held. */
    record Answered(long number, String token, Instant until) {

        HeldSeats seats() {
            return new HeldSeats(number, token, until);
        }
    }

    /** What is sent to hold seats. */
    record Wish(int seats, @Nullable String quota) {}

    /** Those a form or an address carries; none when it carries none. */
    static @Nullable HeldSeats of(MultiValueMap<String, String> sent) {
        String number = sent.getFirst(NUMBER);
        String token = sent.getFirst(TOKEN);
        if (number == null || token == null || token.isBlank()) {
            return null;
        }
        try {
            return new HeldSeats(
                    Long.parseLong(number),
                    token,
                    Instant.parse(Objects.requireNonNullElse(sent.getFirst(UNTIL), "")));
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    /** Carries them in an address, from a form to the page it leads to. */
    UriComponentsBuilder in(UriComponentsBuilder address) {
        return address.queryParam(NUMBER, number).queryParam(TOKEN, token).queryParam(UNTIL, until);
    }

    /** Whether they are given back by now. */
    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    /** As the page shows them. */
    View view(Instant now, Language language) {
        return new View(
                number,
                token,
                until.toString(),
                Formats.time(until, language),
                Math.max(1, Duration.between(now, until).toMinutes()),
                isOver(now));
    }

    /**
     * Held seats on the page.
     *
     * @param until when they are given back, for machines
     * @param time the same, for people
     * @param minutes whole minutes left, at least 1
     */
    record View(long number, String token, String until, String time, long minutes, boolean over) {}
}
