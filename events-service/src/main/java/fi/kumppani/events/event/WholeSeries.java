package fi.kumppani.events.event;

import java.util.Optional;

/** Which series of the current municipality one registers for as a whole. */
public interface WholeSeries {

    /** Whether one registers once for all that is to come of the series; false for unknown ones. */
    boolean is(String series);

    /**
     * The series with which alone one registers for an event. Empty when it has a form of its own,
     * as it has where it must ask for more than the series does.
     */
    default Optional<String> onlyWith(Event event) {
        Belonging belonging = event.details().particulars().belonging();
        return Optional.ofNullable(belonging.series())
                .filter(_ -> belonging.partOf() == null && !event.rules().askForMore())
                .filter(this::is);
    }
}
