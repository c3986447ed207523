package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.seating.Gaps;
import fi.kumppani.events.seating.Seating;

import java.util.ArrayList;
import java.util.List;

/**
 * The seats of an event as they are kept.
 *
 * @param gaps first and last number of each range, one after the other
 */
record SeatingDocument(int capacity, int confirmed, long last, long head, List<Long> gaps) {

    static SeatingDocument from(Seating seating) {
        List<Long> gaps = new ArrayList<>(seating.gaps().ranges().size() * 2);
        for (Gaps.Range range : seating.gaps().ranges()) {
            gaps.add(range.first());
            gaps.add(range.last());
        }
        return new SeatingDocument(
                seating.capacity(), seating.confirmed(), seating.last(), seating.head(), gaps);
    }

    Seating toDomain() {
        List<Gaps.Range> ranges = new ArrayList<>(gaps.size() / 2);
        for (int i = 0; i < gaps.size(); i += 2) {
            ranges.add(new Gaps.Range(gaps.get(i), gaps.get(i + 1)));
        }
        return new Seating(capacity, confirmed, last, head, new Gaps(ranges));
    }
}
