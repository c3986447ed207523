package fi.kumppani.portal.event;

import fi.kumppani.portal.municipality.Municipality;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An event in a list.
 *
 * @param municipality the one whose list it is
 * @param startsAt when it starts, for machines
 * @param when when it is, for people
 * @param deadline until when one may register; none when one cannot
 * @param situation how it stands, as a code
 * @param seatsFree how many seats are free; none where that says nothing
 */
public record EventRow(
        Municipality municipality,
        String href,
        Told title,
        @Nullable Told theme,
        @Nullable Told venue,
        String startsAt,
        String dayOfMonth,
        String month,
        String when,
        @Nullable String deadline,
        String situation,
        @Nullable Integer seatsFree) {

    /** The event as a reader sees it in a list at this moment. */
    public static EventRow of(
            Municipality municipality, EventFacts event, Instant now, Language language) {
        Instant deadline = event.registrationDeadline();
        String situation = Situations.of(event, now);
        boolean takes = situation.equals("open") || situation.equals("full");
        return new EventRow(
                municipality,
                "/m/" + event.owner(municipality.code()) + "/events/" + event.id(),
                event.title().told(language),
                LocalizedText.maybe(event.theme(), language),
                event.venue() == null ? null : LocalizedText.maybe(event.venue().name(), language),
                event.startsAt().toString(),
                Formats.dayOfMonth(event.startsAt()),
                Formats.month(event.startsAt(), language),
                Formats.period(event.startsAt(), event.endsAt(), language),
                takes && deadline != null ? Formats.moment(deadline, language) : null,
                situation,
                situation.equals("open") && event.seats() != null ? event.seats().free() : null);
    }

    /** Whether it has been. */
    public boolean isOver() {
        return situation.equals("held") || situation.equals("archived");
    }

    /** Whether the list says how it stands, because it is not simply to come. */
    public boolean isMarked() {
        return Situations.MARKED.contains(situation);
    }
}
