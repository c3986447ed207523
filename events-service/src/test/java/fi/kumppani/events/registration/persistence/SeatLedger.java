package fi.kumppani.events.registration.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.KeptEntry;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The journal of an event with one seat for each number, read from its beginning as an auditor
 * would: who sits after every line of it.
 */
final class SeatLedger {

    private static final Pattern RESIZED = Pattern.compile("capacity ([0-9]+) to ([0-9]+)");
    private static final int MOST_LINES = 5_000;

    private final Set<Long> seated = new TreeSet<>();
    private int capacity;

    private SeatLedger(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Who sits in the end.
     *
     * @param capacity in the beginning
     * @throws AssertionError when after any line more sat than there were seats
     */
    static Set<Long> seatedAfterAll(ServiceInstance instance, int capacity) {
        SeatLedger ledger = new SeatLedger(capacity);
        List<KeptEntry> lines =
                SeatsLife.here(() -> instance.events().journal(SeatsLife.EVENT, "", MOST_LINES))
                        .orElseThrow();
        assertThat(lines).hasSizeBetween(1, MOST_LINES - 1);
        for (KeptEntry line : lines) {
            ledger.read(line.entry());
            assertThat(ledger.seated.size())
                    .as("seated after " + line)
                    .isLessThanOrEqualTo(ledger.capacity);
        }
        return ledger.seated;
    }

    private void read(JournalEntry line) {
        switch (line.kind()) {
            case CONFIRMED, PROMOTED -> seated.add(number(line));
            case CANCELLED -> seated.remove(number(line));
            case CHANGED -> resize(line);
            default -> assertThat(line.kind()).isNotEqualTo(JournalEntry.Kind.EXCEPTION);
        }
    }

    private void resize(JournalEntry line) {
        Matcher resized = RESIZED.matcher(Objects.requireNonNullElse(line.reason(), ""));
        if (resized.matches()) {
            assertThat(Integer.parseInt(resized.group(1))).isEqualTo(capacity);
            capacity = Integer.parseInt(resized.group(2));
        }
    }

    private static long number(JournalEntry line) {
        return Objects.requireNonNull(line.number());
    }
}
