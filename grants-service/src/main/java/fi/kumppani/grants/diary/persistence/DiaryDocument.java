package fi.kumppani.grants.diary.persistence;

import java.util.HashMap;
import java.util.Map;

/**
 * The counters of a municipality's diary of one year.
 *
 * @param last the last number given
 * @param arrived how many arrived for each call
 */
record DiaryDocument(int last, Map<String, Integer> arrived) {

    static final DiaryDocument EMPTY = new DiaryDocument(0, Map.of());

    DiaryDocument next(String call) {
        Map<String, Integer> counted = new HashMap<>(arrived);
        var _ = counted.merge(call, 1, Integer::sum);
        return new DiaryDocument(last + 1, counted);
    }

    int arrivedFor(String call) {
        return arrived.getOrDefault(call, 0);
    }
}
