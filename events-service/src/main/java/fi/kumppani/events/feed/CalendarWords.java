package fi.kumppani.events.feed;

import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * What a calendar entry says in the reader's language.
 *
 * @param language of the reader
 * @param zone that times are told in
 */
record CalendarWords(Language language, ZoneId zone) {

    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("H.mm");
    private static final DateTimeFormatter COLON = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.uuuu");

    String cancelled(@Nullable String reason) {
        return with(of("PERUTTU", "INSTÄLLT", "CANCELLED"), reason);
    }

    String postponed(@Nullable String reason) {
        return with(
                of(
                        "SIIRRETTY, uusi aika ilmoitetaan myöhemmin",
                        "UPPSKJUTET, ny tid meddelas senare",
                        "POSTPONED, a new time will be told"),
                reason);
    }

    String titlePostponed(String title) {
        return of("SIIRRETTY: ", "UPPSKJUTET: ", "POSTPONED: ") + title;
    }

    String doors(Instant at) {
        return of("Ovet avataan klo ", "Dörrarna öppnas kl. ", "Doors open at ") + time(at);
    }

    String coffee(Instant at) {
        return of("Kahvitarjoilu klo ", "Kaffeservering från kl. ", "Coffee from ") + time(at);
    }

    String deadline(Instant at) {
        return of("Ilmoittaudu viimeistään ", "Anmälan senast ", "Register by ")
                + DAY.format(at.atZone(zone))
                + of(" klo ", " kl. ", " at ")
                + time(at);
    }

    String time(Instant at) {
        return (language == Language.EN ? COLON : DOTTED).format(at.atZone(zone));
    }

    private static String with(String word, @Nullable String reason) {
        return reason == null ? word : word + ": " + reason;
    }

    String of(String fi, String sv, String en) {
        return switch (language) {
            case FI -> fi;
            case SV -> sv;
            case EN -> en;
        };
    }
}
