package fi.kumppani.events.event.web;

import fi.kumppani.events.event.ListPosition;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.kit.web.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Reads what a reader asks of a list of events. */
final class ListQuery {

    private static final int LONGEST = 200;

    private ListQuery() {}

    /** Where the list goes on; its beginning without a cursor. */
    static ListPosition position(Cursor cursor, Instant now) {
        return cursor.after() == null
                ? ListPosition.beginning(now.truncatedTo(ChronoUnit.MILLIS))
                : ListPosition.parse(cursor.after())
                        .orElseThrow(
                                () ->
                                        Problems.malformed(
                                                "cursor",
                                                "malformed",
                                                "A cursor is taken from a page as it is"));
    }

    /** Words of at most {@value #LONGEST} characters. */
    static @Nullable String bounded(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST) {
            throw Problems.malformed(name, "size", "At most " + LONGEST + " characters");
        }
        return value;
    }

    /** A day such as {@code 2026-09-23}. */
    static @Nullable LocalDate day(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw Problems.malformed(name, "malformed", "A day, for example 2026-09-23");
        }
    }

    /** The moment at which a day begins in Finland. */
    static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(FinnishTime.ZONE).toInstant();
    }
}
