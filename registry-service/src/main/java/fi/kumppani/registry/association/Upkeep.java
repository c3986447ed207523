package fi.kumppani.registry.association;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How an association's facts are kept right.
 *
 * @param contact whom the municipality's mail goes to
 * @param confirmedOn the day the association last said that its facts are right
 * @param askedOn the day it was last asked to
 */
public record Upkeep(
        Optional<MailContact> contact,
        Optional<LocalDate> confirmedOn,
        Optional<LocalDate> askedOn) {

    /** Of an association that has said nothing yet and was asked nothing. */
    public static final Upkeep NONE =
            new Upkeep(Optional.empty(), Optional.empty(), Optional.empty());

    /** Of an association whose mail goes there. */
    public static Upkeep of(Optional<MailContact> contact) {
        return NONE.with(contact);
    }

    /** The same with another contact, or none. */
    public Upkeep with(Optional<MailContact> other) {
        return new Upkeep(other, confirmedOn, askedOn);
    }

    /** The association says on this day that its facts are right. */
    public Upkeep confirmed(LocalDate today) {
        return new Upkeep(contact, Optional.of(today), askedOn);
    }

    /** The association is asked on this day. */
    public Upkeep asked(LocalDate today) {
        return new Upkeep(contact, confirmedOn, Optional.of(today));
    }

    /** Whether the association has said nothing for a year. */
    public boolean isDue(LocalDate today) {
        return confirmedOn.filter(day -> day.plusYears(1).isAfter(today)).isEmpty();
    }

    /** Whether it was asked and has not answered. */
    public boolean isAwaited() {
        return askedOn.filter(asked -> confirmedOn.filter(day -> !day.isBefore(asked)).isEmpty())
                .isPresent();
    }
}
