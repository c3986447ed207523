package fi.kumppani.localstack.demonstration;

import fi.kumppani.localstack.demonstration.DemonstrationFiles.NextCall;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.NextEvent;
import fi.kumppani.localstack.demonstration.DemonstrationFiles.Part;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;

/** Dates next editions from the day of loading. */
final class NextDates {

    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final LocalDate today;

    /**
     * @param today the day of loading, in Finland
     */
    NextDates(LocalDate today) {
        this.today = today;
    }

    LocalDate dayOf(NextEvent next) {
        return today.plusWeeks(next.inWeeks()).with(TemporalAdjusters.nextOrSame(next.weekday()));
    }

    /** The request that plans it. */
    ObjectNode request(NextEvent next) {
        LocalDate day = dayOf(next);
        ObjectNode event = next.event().deepCopy();
        put(event, "coffeeFrom", day, next.coffee());
        put(event, "startsAt", day, next.from());
        int lasts = Objects.requireNonNullElse(next.lastsDays(), 0);
        put(event, "endsAt", day.plusDays(lasts), next.to());
        put(event, "registrationDeadline", day.minusDays(next.deadlineDaysBefore()), END_OF_DAY);
        return event;
    }

    /**
     * The request that plans a part of what is held on a day; one registers until the day before.
     */
    ObjectNode request(Part part, LocalDate first) {
        LocalDate day = first.plusDays(part.afterDays());
        ObjectNode event = part.event().deepCopy();
        put(event, "startsAt", day, part.from());
        put(event, "endsAt", day, part.to());
        put(event, "registrationDeadline", day.minusDays(1), END_OF_DAY);
        return event;
    }

    LocalDate closingOf(NextCall next) {
        return today.plusWeeks(next.closesInWeeks());
    }

    /** The request that plans it; its budget is that of the year it closes in. */
    ObjectNode request(NextCall next) {
        LocalDate closing = closingOf(next);
        ObjectNode call = next.call().deepCopy();
        call.put("year", closing.getYear());
        put(call, "opensAt", today, LocalTime.MIDNIGHT);
        put(call, "closesAt", closing, END_OF_DAY);
        return call;
    }

    private static void put(ObjectNode to, String field, LocalDate day, @Nullable LocalTime time) {
        if (time != null) {
            Instant moment = day.atTime(time).atZone(HELSINKI).toInstant();
            to.put(field, moment.toString());
        }
    }
}
