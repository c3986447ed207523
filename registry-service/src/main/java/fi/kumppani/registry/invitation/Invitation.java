package fi.kumppani.registry.invitation;

import java.time.Instant;

/**
 * An invitation to act for an association. Whom it was mailed to is known while it is open, and
 * never after.
 */
public sealed interface Invitation {

    /** What it is to. */
    Offer offer();

    /** It can be accepted until its time is over. */
    record Open(Offer offer, Invitee invitee) implements Invitation {

        /**
         * Somebody accepts it; from here on nobody else can.
         *
         * @param subject the person, as the identity provider's opaque {@code sub}
         */
        public Taken take(String subject) {
            return new Taken(offer, subject);
        }

        /** Whoever gives rights takes it back. */
        public Withdrawn withdraw() {
            return new Withdrawn(offer);
        }

        /** Its time is over. */
        public Expired expire() {
            return new Expired(offer);
        }
    }

    /**
     * Somebody has accepted it, and is being given the rights.
     *
     * @param subject the person, as the identity provider's opaque {@code sub}
     */
    record Taken(Offer offer, String subject) implements Invitation {

        /** They have the rights. */
        public Accepted complete() {
            return new Accepted(offer, subject);
        }
    }

    /**
     * Somebody has accepted it and was given the rights.
     *
     * @param subject the person, as the identity provider's opaque {@code sub}
     */
    record Accepted(Offer offer, String subject) implements Invitation {}

    /** It was taken back. */
    record Withdrawn(Offer offer) implements Invitation {}

    /** Nobody accepted it in time. */
    record Expired(Offer offer) implements Invitation {}

    /**
     * Where it stands at a moment, whether or not that is written down yet.
     *
     * @param now the moment
     */
    default Standing standing(Instant now) {
        return switch (this) {
            case Open(Offer offer, Invitee _) ->
                    offer.isOver(now) ? Standing.EXPIRED : Standing.OPEN;
            case Taken _, Accepted _ -> Standing.ACCEPTED;
            case Withdrawn _ -> Standing.WITHDRAWN;
            case Expired _ -> Standing.EXPIRED;
        };
    }

    /** Where an invitation stands, as others see it. */
    enum Standing {
        OPEN,
        ACCEPTED,
        WITHDRAWN,
        EXPIRED
    }
}
