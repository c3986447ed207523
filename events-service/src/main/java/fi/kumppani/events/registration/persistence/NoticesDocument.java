package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Notices;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an event still owes to tell those who registered, as it is kept.
 *
 * @param asksAfter absent when nobody is asked how it was
 * @param rounds by kind, such as {@code memo}; absent for none
 */
record NoticesDocument(
        @Nullable NewsDocument news,
        @Nullable ReminderDocument reminder,
        @Nullable Duration asksAfter,
        @Nullable Map<String, RoundDocument> rounds) {

    /**
     * Something that happened to the event.
     *
     * @param kind {@code changed}, {@code postponed} or {@code cancelled}
     */
    record NewsDocument(
            String kind, long revision, Instant since, Instant notBefore, long upTo, long told) {}

    /** How far those who come have been reminded. */
    record ReminderDocument(Instant startsAt, long upTo, long told) {}

    /**
     * How far those who came have been told something.
     *
     * @param noted absent in rounds of old, of which nobody noted who was told
     */
    record RoundDocument(long upTo, long told, @Nullable Boolean noted) {}

    static @Nullable NoticesDocument from(Notices notices) {
        Notices.News news = notices.news();
        Notices.Reminder reminder = notices.reminder();
        if (notices.equals(Notices.NONE)) {
            return null;
        }
        return new NoticesDocument(
                news == null
                        ? null
                        : new NewsDocument(
                                WireCodes.of(news.kind()),
                                news.revision(),
                                news.since(),
                                news.notBefore(),
                                news.upTo(),
                                news.told()),
                reminder == null
                        ? null
                        : new ReminderDocument(
                                reminder.startsAt(), reminder.upTo(), reminder.told()),
                notices.asksAfter(),
                from(notices.rounds()));
    }

    private static @Nullable Map<String, RoundDocument> from(
            Map<NoticeKind, Notices.Round> rounds) {
        Map<String, RoundDocument> kept = new TreeMap<>();
        rounds.forEach(
                (kind, round) ->
                        kept.put(
                                WireCodes.of(kind),
                                new RoundDocument(round.upTo(), round.told(), round.noted())));
        return kept.isEmpty() ? null : kept;
    }

    Notices toDomain() {
        return new Notices(
                news == null
                        ? null
                        : new Notices.News(
                                WireCodes.read(NoticeKind.class, news.kind()).orElseThrow(),
                                news.revision(),
                                news.since(),
                                news.notBefore(),
                                news.upTo(),
                                news.told()),
                reminder == null
                        ? null
                        : new Notices.Reminder(
                                reminder.startsAt(), reminder.upTo(), reminder.told()),
                asksAfter,
                toDomain(rounds));
    }

    private static Map<NoticeKind, Notices.Round> toDomain(
            @Nullable Map<String, RoundDocument> kept) {
        Map<NoticeKind, Notices.Round> rounds = new EnumMap<>(NoticeKind.class);
        if (kept != null) {
            kept.forEach(
                    (kind, round) ->
                            rounds.put(
                                    WireCodes.read(NoticeKind.class, kind).orElseThrow(),
                                    new Notices.Round(
                                            round.upTo(),
                                            round.told(),
                                            Boolean.TRUE.equals(round.noted()))));
        }
        return rounds;
    }
}
