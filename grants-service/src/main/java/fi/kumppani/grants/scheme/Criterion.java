package fi.kumppani.grants.scheme;

import fi.kumppani.kit.text.LocalizedText;

/**
 * What applications are scored by (arviointiperuste).
 *
 * @param id chosen by the one who writes the call
 * @param text what everybody reads
 * @param weight its part of the whole, 1 to 100; those of a call make 100 together
 * @param mostPoints the most points a reviewer can give, 1 to 100; the fewest are none
 */
public record Criterion(String id, LocalizedText text, int weight, int mostPoints) {

    /** The most points where a call tells none. */
    public static final int USUAL_POINTS = 5;
}
