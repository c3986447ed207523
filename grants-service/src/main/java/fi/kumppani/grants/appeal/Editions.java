package fi.kumppani.grants.appeal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The editions of the current municipality's appeal instructions; a few in a decade. */
public interface Editions {

    /** All of them, the newest first. */
    List<Edition> all();

    /** Keeps an edition, in place of the one for the same day if there is one. */
    void keep(Edition edition);

    /** The edition for a decision of this day. */
    default Optional<Edition> on(LocalDate decidedOn) {
        return all().stream()
                .filter(edition -> !edition.validFrom().isAfter(decidedOn))
                .findFirst();
    }
}
