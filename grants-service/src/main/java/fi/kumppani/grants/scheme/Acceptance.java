package fi.kumppani.grants.scheme;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * What who is granted something accepts, and how long they may think about it.
 *
 * @param withinDays so many days after the decision is known, 1 to 365; null for no limit
 * @param conditions by which conditions it is granted; null for none but those of the decision
 */
public record Acceptance(@Nullable Integer withinDays, @Nullable LocalizedText conditions) {

    /** What calls say that say nothing. */
    public static final Acceptance USUAL = new Acceptance(null, null);
}
