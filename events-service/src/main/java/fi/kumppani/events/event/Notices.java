package fi.kumppani.events.event;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an event still owes to tell those who registered, and how far that has come.
 *
 * @param news the last that happened to it; null when everybody has been told
 * @param reminder the reminders of its last start; null for none yet
 * @param asksAfter how long after the end those who came are asked how it was; null for never
 * @param rounds how far those who came have been told what comes after it, each thing once
 */
public record Notices(
        @Nullable News news,
        @Nullable Reminder reminder,
        @Nullable Duration asksAfter,
        Map<NoticeKind, Round> rounds) {

    /** Nothing is owed. */
    public static final Notices NONE = new Notices(null, null, null, Map.of());

    /** Who changes times and places often changes them twice. */
    private static final Duration SETTLES = Duration.ofMinutes(1);

    /** Copies the rounds. */
    public Notices {
        rounds = Map.copyOf(rounds);
    }

    /**
     * Something that happened to the event. Another thing that happens before all are told takes
     * its place, for a mail tells how things stand when it is sent.
     *
     * @param kind what happened
     * @param revision the event's since then
     * @param since when it happened
     * @param notBefore when telling begins
     * @param upTo the last number that had been given by then
     * @param told all numbers up to this one have been told
     */
    public record News(
            NoticeKind kind,
            long revision,
            Instant since,
            Instant notBefore,
            long upTo,
            long told) {}

    /**
     * How far those who come have been reminded.
     *
     * @param startsAt the start they are reminded of
     * @param upTo the last number that had been given when reminding began
     * @param told all numbers up to this one have been reminded
     */
    public record Reminder(Instant startsAt, long upTo, long told) {

        /** Whether nobody is left to remind. */
        public boolean isDone() {
            return told >= upTo;
        }
    }

    /**
     * How far those who came have been told something.
     *
     * @param upTo the last number that had been given when it was owed
     * @param told all numbers up to this one have been told
     * @param noted whether it is noted who was told, so that those who turn out to have come can be
     *     told later
     */
    public record Round(long upTo, long told, boolean noted) {

        /** A round of which it is noted who was told. */
        public Round(long upTo, long told) {
            this(upTo, told, true);
        }

        /** Whether nobody is left to tell. */
        public boolean isDone() {
            return told >= upTo;
        }

        /** Told up to this number. */
        public Round told(long number) {
            return new Round(upTo, number, noted);
        }
    }

    /**
     * Owes the news to everybody who has registered by now, from the beginning; what is only
     * changed is told once it has settled.
     */
    Notices owing(NoticeKind kind, long revision, Instant now, long lastNumber) {
        Instant begin = kind == NoticeKind.CHANGED ? now.plus(SETTLES) : now;
        return new Notices(
                lastNumber == 0 ? null : new News(kind, revision, now, begin, lastNumber, 0),
                reminder,
                asksAfter,
                rounds);
    }

    /** The news is told up to this number; when it was the last one, nothing is owed any more. */
    public Notices told(long number) {
        if (news == null) {
            return this;
        }
        return new Notices(
                number >= news.upTo()
                        ? null
                        : new News(
                                news.kind(),
                                news.revision(),
                                news.since(),
                                news.notBefore(),
                                news.upTo(),
                                number),
                reminder,
                asksAfter,
                rounds);
    }

    /** Reminded so far. */
    public Notices reminded(Reminder next) {
        return new Notices(news, next, asksAfter, rounds);
    }

    /** How far those who came have been told this; empty when it is not owed. */
    public Optional<Round> round(NoticeKind kind) {
        return Optional.ofNullable(rounds.get(kind));
    }

    /** Those who came have been told this so far. */
    public Notices with(NoticeKind kind, Round round) {
        Map<NoticeKind, Round> next = new EnumMap<>(NoticeKind.class);
        next.putAll(rounds);
        next.put(kind, round);
        return new Notices(news, reminder, asksAfter, next);
    }

    /** Those who came are asked how it was so long after the end; null for never. */
    public Notices asking(@Nullable Duration after) {
        return new Notices(news, reminder, after, rounds);
    }
}
