package fi.kumppani.portal.page;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Reads times of day as browsers send them, {@code 09:30}, and as people write them, 9.30. */
public final class Times {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("H[:][.]mm", Locale.ROOT);

    private Times() {}

    /** The time; empty when it cannot be read. */
    public static Optional<LocalTime> read(String written) {
        try {
            return Optional.of(LocalTime.parse(written.replace(" ", ""), CLOCK));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
