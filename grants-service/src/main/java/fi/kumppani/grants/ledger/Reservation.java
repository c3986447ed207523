package fi.kumppani.grants.ledger;

/**
 * How the ledger answered a claim. The answer never changes: whoever asks again under the same
 * decision, even much later, is told the same, so that all who finish a decision agree.
 */
public sealed interface Reservation {

    /** What was claimed. */
    Claim claim();

    /** The money is held until the decision is known to be made. */
    record Open(Claim claim) implements Reservation {}

    /** The decision is made and the money granted. */
    record Granted(Claim claim) implements Reservation {}

    /** The budget did not suffice. */
    record Exceeded(Claim claim) implements Reservation {}
}
