package fi.kumppani.grants.ledger.persistence;

import fi.kumppani.grants.ledger.Claim;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.Reservation;
import fi.kumppani.kit.money.Euros;

/** A reservation as it is kept, under the id of its decision. */
record ReservationDocument(String ledger, String claimant, long cents, String answer) {

    private static final String OPEN = "open";
    private static final String GRANTED = "granted";
    private static final String EXCEEDED = "exceeded";

    static ReservationDocument from(String ledger, Reservation reservation) {
        Claim claim = reservation.claim();
        String answer =
                switch (reservation) {
                    case Reservation.Open _ -> OPEN;
                    case Reservation.Granted _ -> GRANTED;
                    case Reservation.Exceeded _ -> EXCEEDED;
                };
        return new ReservationDocument(ledger, claim.claimant(), claim.amount().cents(), answer);
    }

    Reservation toDomain(String decision) {
        Claim claim = new Claim(new DecisionId(decision), claimant, new Euros(cents));
        return switch (answer) {
            case OPEN -> new Reservation.Open(claim);
            case GRANTED -> new Reservation.Granted(claim);
            case EXCEEDED -> new Reservation.Exceeded(claim);
            default -> throw new IllegalStateException("An unknown answer is kept: " + answer);
        };
    }
}
