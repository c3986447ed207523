package fi.kumppani.portal.start;

import fi.kumppani.portal.event.EventRow;
import fi.kumppani.portal.grant.CallFacts;
import fi.kumppani.portal.letter.LetterFacts;
import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the start page shows.
 *
 * @param municipalities those one can choose from
 * @param chosen the municipality it is about; none when about all
 */
record StartView(
        List<Municipality> municipalities,
        @Nullable Municipality chosen,
        Part<EventRow> events,
        Part<Call> calls,
        Part<Letter> letters) {

    /**
     * A part of the page, which depends on a service of its own.
     *
     * @param items what was found
     * @param away whether something is lacking because the service did not answer
     */
    record Part<T>(List<T> items, boolean away) {

        Part {
            items = List.copyOf(items);
        }

        /** Whether there really is nothing. */
        public boolean isNothing() {
            return items.isEmpty() && !away;
        }
    }

    /**
     * An open call.
     *
     * @param closesAt until when it is open, for machines
     * @param closes until when it is open, for people
     * @param budget euros for all awards together
     * @param cap the most euros for one application
     */
    record Call(
            Municipality municipality,
            String href,
            Told title,
            String closesAt,
            String closes,
            String budget,
            String cap) {

        static Call of(Municipality municipality, CallFacts call, Language language) {
            return new Call(
                    municipality,
                    "/m/" + municipality.code() + "/calls/" + call.id(),
                    call.title().told(language),
                    call.closesAt().toString(),
                    Formats.moment(call.closesAt(), language),
                    Formats.euros(call.budget()),
                    Formats.euros(call.capPerApplication()));
        }
    }

    /**
     * A letter.
     *
     * @param number its number and year, as in 2/2024
     * @param sentAt when it was sent, for machines
     * @param sent when it was sent, for people
     */
    record Letter(
            Municipality municipality,
            String href,
            Told title,
            String number,
            String sentAt,
            String sent) {

        static Letter of(Municipality municipality, LetterFacts letter, Language language) {
            return new Letter(
                    municipality,
                    "/m/" + municipality.code() + "/letters/" + letter.id(),
                    letter.title().told(language),
                    letter.label(),
                    letter.sentAt().toString(),
                    Formats.day(letter.sentAt(), language));
        }
    }
}
