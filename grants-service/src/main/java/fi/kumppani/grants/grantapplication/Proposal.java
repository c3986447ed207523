package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

/**
 * What the applicant asks for and what for.
 *
 * @param purpose what the money is for; absent in imported history that does not tell
 * @param requested the amount asked for, more than nothing
 * @param events how many events it is for, at least 1
 * @param eventDescription which events
 * @param contact whom to write to; absent in imported history
 */
public record Proposal(
        @Nullable String purpose,
        Euros requested,
        int events,
        @Nullable String eventDescription,
        @Nullable ContactPoint contact) {

    /**
     * @throws IllegalArgumentException when nothing is asked for, or for no event
     */
    public Proposal {
        if (requested.cents() == 0 || events < 1) {
            throw new IllegalArgumentException("A proposal asks for more than nothing");
        }
    }
}
