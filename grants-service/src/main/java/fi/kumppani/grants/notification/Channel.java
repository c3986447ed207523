package fi.kumppani.grants.notification;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Locale;

/** The way by which a party is told of a decision. */
public enum Channel {
    /** By letter: known on the seventh day after sending (hallintolaki 434/2003, 59 §). */
    LETTER(7),
    /**
     * By ordinary e-mail, with the party's consent alone: known on the third day after sending
     * (laki sähköisestä asioinnista viranomaistoiminnassa 13/2003, 19 §).
     */
    EMAIL(3),
    /** Against a receipt: known on the day the receipt shows (hallintolaki, 60 §). */
    RECEIPT(null);

    private final @Nullable Integer presumedAfterDays;

    Channel(@Nullable Integer presumedAfterDays) {
        this.presumedAfterDays = presumedAfterDays;
    }

    /** As people outside write it, such as {@code email}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The day on which the party is presumed to know; null when only a receipt tells. */
    @Nullable LocalDate presumed(LocalDate sentOn) {
        return presumedAfterDays == null ? null : sentOn.plusDays(presumedAfterDays);
    }
}
