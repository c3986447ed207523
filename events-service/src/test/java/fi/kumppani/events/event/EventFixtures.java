package fi.kumppani.events.event;

import fi.kumppani.kit.text.LocalizedText;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** An evening for associations, as coordinators announce it. */
public final class EventFixtures {

    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    public static final Instant STARTS_AT = Instant.parse("2026-12-08T15:00:00Z");
    public static final Instant DEADLINE = Instant.parse("2026-12-06T21:59:59Z");
    public static final Actor COORDINATOR = Actor.coordinator("account-1");

    private EventFixtures() {}

    /** An evening that is still to come. */
    public static EventDetails evening() {
        return evening(STARTS_AT);
    }

    /** An evening that starts then; one can register until a day before. */
    public static EventDetails evening(Instant startsAt) {
        return new EventDetails(
                new LocalizedText("Järjestöilta", "Föreningskväll", "Association evening"),
                LocalizedText.finnish("Yhteistyöllä kohti parempaa"),
                null,
                new Venue(LocalizedText.finnish("Järjestötalo, sali"), "Esimerkkikatu 6"),
                new Schedule(
                        startsAt.minus(Duration.ofMinutes(15)),
                        startsAt,
                        startsAt.plus(Duration.ofHours(2)),
                        startsAt.equals(STARTS_AT)
                                ? DEADLINE
                                : startsAt.minus(Duration.ofDays(1))));
    }

    /** Particulars of something one takes part in this way. */
    public static Particulars attending(Attendance attendance) {
        Particulars none = Particulars.NONE;
        return new Particulars(
                null,
                none.programme(),
                attendance,
                none.audience(),
                none.areas(),
                none.organisers(),
                none.belonging(),
                null,
                none.enrolment(),
                null);
    }

    /** The use case by which coordinators change events. */
    public static ChangeEvent changes(Events events, WaitingList waitingList) {
        return new ChangeEvent(events, waitingList, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** The use case by which coordinators call events off. */
    public static CancelEvent callsOff(Events events) {
        return new CancelEvent(events, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** The same evening under another title. */
    public static EventDetails renamed() {
        return titled("Järjestöjen ilta");
    }

    /** The same evening under this title. */
    public static EventDetails titled(String title) {
        EventDetails evening = evening();
        return new EventDetails(
                LocalizedText.finnish(title),
                evening.theme(),
                evening.description(),
                evening.venue(),
                evening.schedule());
    }
}
