package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.scheme.Ask;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

/**
 * What the applicant asks for and what for.
 *
 * @param purpose what the money is for; absent in imported history that does not tell
 * @param requested the amount asked for, more than nothing
 * @param events how many events it is for, at least 1
 * @param eventDescription which events
 * @param totalCost what it costs as a whole; null when not told
 * @param contact whom to write to; absent in imported history
 */
public record Proposal(
        @Nullable String purpose,
        Euros requested,
        int events,
        @Nullable String eventDescription,
        @Nullable Euros totalCost,
        @Nullable ContactPoint contact) {

    /**
     * @throws IllegalArgumentException when nothing is asked for, or for no event
     */
    public Proposal {
        if (requested.cents() == 0 || events < 1) {
            throw new IllegalArgumentException("A proposal asks for more than nothing");
        }
    }

    /** A proposal that does not tell what it costs as a whole. */
    public Proposal(
            @Nullable String purpose,
            Euros requested,
            int events,
            @Nullable String eventDescription,
            @Nullable ContactPoint contact) {
        this(purpose, requested, events, eventDescription, null, contact);
    }

    /** What is asked for, as far as amounts go. */
    public Ask ask() {
        return new Ask(requested, totalCost, events);
    }
}
