package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.seating.Commitments;
import fi.kumppani.events.seating.Line;
import fi.kumppani.events.seating.Party;
import fi.kumppani.events.seating.SeatRules;
import fi.kumppani.events.seating.Seating;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The seats of an event as they are kept.
 *
 * @param taken seats taken, by quota
 * @param line the runs of those who wait
 * @param reserved until when seats are reserved
 * @param groups how many are in each workshop group
 * @param needs whether needs are kept; absent in events of old, which keep none
 */
record SeatingDocument(
        Map<String, Integer> taken,
        long last,
        List<RunDocument> line,
        List<ReservedDocument> reserved,
        long addressesSeen,
        @Nullable Instant addressDue,
        Map<String, Integer> groups,
        @Nullable Boolean needs) {

    private static final String NO_QUOTA = "-";

    /** A run of the line. */
    record RunDocument(long first, long last, int seats, @Nullable String quota) {}

    /** What is reserved for a number. */
    record ReservedDocument(long number, Instant until) {}

    static SeatingDocument from(Seating seating, Commitments commitments) {
        Map<String, Integer> taken = new TreeMap<>();
        seating.taken().forEach((quota, seats) -> taken.put(key(quota), seats));
        List<RunDocument> line = new ArrayList<>();
        for (Line.Run run : seating.line().runs()) {
            line.add(
                    new RunDocument(
                            run.first(), run.last(), run.party().seats(), run.party().quota()));
        }
        return new SeatingDocument(
                taken,
                seating.last(),
                line,
                new TreeMap<>(commitments.reserved())
                        .entrySet().stream()
                                .map(each -> new ReservedDocument(each.getKey(), each.getValue()))
                                .toList(),
                commitments.addressesSeen(),
                commitments.addressDue(),
                commitments.groups(),
                commitments.needs());
    }

    Seating toSeating(SeatRules rules) {
        Map<String, Integer> seats = new TreeMap<>();
        taken.forEach((quota, number) -> seats.put(quota.equals(NO_QUOTA) ? "" : quota, number));
        return new Seating(
                rules,
                seats,
                last,
                new Line(
                        line.stream()
                                .map(
                                        run ->
                                                new Line.Run(
                                                        run.first(),
                                                        run.last(),
                                                        new Party(run.seats(), run.quota())))
                                .toList()));
    }

    Commitments toCommitments() {
        return new Commitments(
                reserved.stream()
                        .collect(
                                Collectors.toMap(
                                        ReservedDocument::number, ReservedDocument::until)),
                addressesSeen,
                addressDue,
                groups,
                Boolean.TRUE.equals(needs));
    }

    /** A store does not take an empty name for a field. */
    private static String key(String quota) {
        return quota.isEmpty() ? NO_QUOTA : quota;
    }
}
