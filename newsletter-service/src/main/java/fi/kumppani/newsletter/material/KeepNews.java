package fi.kumppani.newsletter.material;

import fi.kumppani.kit.money.Euros;

import java.time.LocalDate;

/** Keeps what others tell of decisions and of the register. */
public interface KeepNews {

    /**
     * Keeps what was decided on an application, unless something newer is known of it.
     *
     * @param sequence of the message
     */
    void decided(String applicationId, long sequence, String callId, Euros granted, LocalDate on);

    /**
     * Forgets it, unless something newer is known of it.
     *
     * @param sequence of the message
     */
    void undecided(String applicationId, long sequence);

    /**
     * Keeps that an association was verified, unless something newer is known of it.
     *
     * @param sequence of the message
     */
    void verified(NewAssociation association, long sequence);

    /**
     * Tells something else of one that was verified; of another there is nothing to tell.
     *
     * @param sequence of the message
     */
    void changed(NewAssociation association, long sequence);

    /**
     * Forgets an association, unless something newer is known of it.
     *
     * @param sequence of the message
     */
    void gone(String associationId, long sequence);
}
