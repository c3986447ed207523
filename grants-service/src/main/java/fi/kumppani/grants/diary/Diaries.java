package fi.kumppani.grants.diary;

import java.util.List;
import java.util.Map;

/** The diaries of the current municipality, one for each budget year. */
public interface Diaries {

    /**
     * Enters arrivals in this order; what was entered before keeps its number. A number is given
     * once, and leaves a gap only when its application is never submitted after all.
     *
     * @param arrivals at most 64, of calls of that budget year
     * @return by key
     */
    Map<String, DiaryEntry> enter(int year, List<Arrival> arrivals);

    /**
     * The applications that arrived for a call, in the order of arrival.
     *
     * @param after the position of the last one known, 0 for the beginning
     * @param limit the most to give
     */
    List<Arrived> arrivedFor(String call, int after, int limit);

    /**
     * One that arrived.
     *
     * @param position dense within the call, from 1
     * @param applicationId the application
     */
    record Arrived(int position, String applicationId) {}
}
