package fi.kumppani.portal.application;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads days as browsers send them, {@code 2027-03-01}, and as people write them, 1.3.2027. */
public final class Days {

    private static final List<DateTimeFormatter> FORMS =
            List.of(
                    DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
                            .withResolverStyle(ResolverStyle.STRICT),
                    DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT)
                            .withResolverStyle(ResolverStyle.STRICT));

    private Days() {}

    /** The day; empty when it cannot be read. */
    public static Optional<LocalDate> read(String written) {
        for (DateTimeFormatter form : FORMS) {
            try {
                return Optional.of(LocalDate.parse(written.replace(" ", ""), form));
            } catch (DateTimeException e) {
                // It may be in the other form.
            }
        }
        return Optional.empty();
    }
}
