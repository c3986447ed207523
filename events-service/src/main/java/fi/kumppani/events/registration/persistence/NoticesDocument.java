package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Notices;
import fi.kumppani.events.event.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What an event still owes to tell those who registered, as it is kept. */
record NoticesDocument(@Nullable NewsDocument news, @Nullable ReminderDocument reminder) {

    /**
     * Something that happened to the event.
     *
     * @param kind {@code changed}, {@code postponed} or {@code cancelled}
     */
    record NewsDocument(
            String kind, long revision, Instant since, Instant notBefore, long upTo, long told) {}

    /** How far those who come have been reminded. */
    record ReminderDocument(Instant startsAt, long upTo, long told) {}

    static @Nullable NoticesDocument from(Notices notices) {
        Notices.News news = notices.news();
        Notices.Reminder reminder = notices.reminder();
        if (news == null && reminder == null) {
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
                                reminder.startsAt(), reminder.upTo(), reminder.told()));
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
                                reminder.startsAt(), reminder.upTo(), reminder.told()));
    }
}
