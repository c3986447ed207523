package fi.kumppani.grants.usagereport;

import org.jspecify.annotations.Nullable;

/**
 * What came of a grant in numbers, from 0 to ten million each; null when it is not told.
 *
 * @param participants how many people took part
 * @param events how many events there were
 * @param volunteerHours how many hours people worked for nothing (talkootyö)
 */
public record Figures(
        @Nullable Integer participants,
        @Nullable Integer events,
        @Nullable Integer volunteerHours) {

    /** Nothing is told. */
    public static final Figures UNTOLD = new Figures(null, null, null);
}
