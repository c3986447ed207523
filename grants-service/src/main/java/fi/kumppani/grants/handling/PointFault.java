package fi.kumppani.grants.handling;

import fi.kumppani.grants.scheme.Criterion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with the points of a review.
 *
 * @param criterion its id
 * @param kind what is wrong
 * @param mostPoints the most that can be given; 0 for a criterion that does not exist
 */
public record PointFault(String criterion, Kind kind, int mostPoints) {

    /** Its name in kebab case is the code in the problem detail. */
    public enum Kind {
        /** Every criterion gets points, if only none. */
        MISSING,
        /** From none to the most of the criterion. */
        OUT_OF_RANGE,
        /** The call has no such criterion. */
        UNKNOWN
    }

    /** All that is wrong; nothing when every criterion has points within its range. */
    static List<PointFault> in(Map<String, Integer> points, List<Criterion> criteria) {
        List<PointFault> found = new ArrayList<>();
        for (Criterion each : criteria) {
            Integer given = points.get(each.id());
            if (given == null) {
                found.add(new PointFault(each.id(), Kind.MISSING, each.mostPoints()));
            } else if (given < 0 || given > each.mostPoints()) {
                found.add(new PointFault(each.id(), Kind.OUT_OF_RANGE, each.mostPoints()));
            }
        }
        List<String> known = criteria.stream().map(Criterion::id).toList();
        points.keySet().stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .forEach(id -> found.add(new PointFault(id, Kind.UNKNOWN, 0)));
        return List.copyOf(found);
    }
}
