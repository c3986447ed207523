package fi.kumppani.grants.handling.persistence;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.handling.Handlings;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where {@link #MOST} rows of a call stand, one after the other, under {@code <call>:<number>}.
 *
 * @param applications in the order of arrival
 * @param cents what each asks for
 * @param hundredths the weighted score of each times a hundred; −1 for none
 */
record StandingsDocument(List<String> applications, List<Long> cents, List<Long> hundredths) {

    static final int MOST = 250;
    static final StandingsDocument EMPTY = new StandingsDocument(List.of(), List.of(), List.of());

    private static final long NONE = -1;
    private static final int DECIMALS = 2;

    /** Which of the documents of a call a position is in, from 0. */
    static int number(int position) {
        return (position - 1) / MOST;
    }

    StandingsDocument with(String application, long requestedCents) {
        return new StandingsDocument(
                Stream.concat(applications.stream(), Stream.of(application)).toList(),
                Stream.concat(cents.stream(), Stream.of(requestedCents)).toList(),
                Stream.concat(hundredths.stream(), Stream.of(NONE)).toList());
    }

    StandingsDocument at(int position, @Nullable BigDecimal total) {
        List<Long> next = new ArrayList<>(hundredths);
        var _ =
                next.set(
                        (position - 1) % MOST,
                        total == null ? NONE : total.movePointRight(DECIMALS).longValueExact());
        return new StandingsDocument(applications, cents, next);
    }

    Stream<Handlings.Standing> toDomain(int number) {
        return IntStream.range(0, applications.size())
                .mapToObj(
                        i ->
                                new Handlings.Standing(
                                        number * MOST + i + 1,
                                        new ApplicationId(applications.get(i)),
                                        cents.get(i),
                                        total(hundredths.get(i))));
    }

    private static @Nullable BigDecimal total(long kept) {
        return kept == NONE ? null : BigDecimal.valueOf(kept, DECIMALS);
    }
}
