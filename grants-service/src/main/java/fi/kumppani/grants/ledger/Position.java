package fi.kumppani.grants.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one claimant has of a ledger, and how everything was answered that was asked for it.
 *
 * @param claimant the id of the application
 * @param bookings all answers, in the order they were given
 */
public record Position(String claimant, List<Booking> bookings) {

    /** Copies the list. */
    public Position {
        bookings = List.copyOf(bookings);
    }

    /** Somebody for whom nothing was asked yet. */
    public static Position of(String claimant) {
        return new Position(claimant, List.of());
    }

    /** What is held for the claimant, granted, paid and paid back. */
    public Balances balances() {
        Balances sums = Balances.NONE;
        for (Booking booking : bookings) {
            if (booking.isDone()) {
                sums = sums.after(booking.kind(), booking.amount());
            }
        }
        return sums;
    }

    /** The numbers of the claimant's entries, rising. */
    public List<Long> entries() {
        return bookings.stream().map(Booking::entry).filter(Objects::nonNull).sorted().toList();
    }

    /** How this was answered, if it was asked for before. */
    public Optional<Booking> answer(LedgerEntry.Kind kind, OperationId id) {
        return bookings.stream().filter(each -> each.answers(kind, id)).findFirst();
    }

    /** How a decision's claim was answered, if it was made before. */
    public Optional<Reservation> reservation(DecisionId decision) {
        OperationId id = OperationId.of(decision);
        return answer(LedgerEntry.Kind.RESERVED, id)
                .map(
                        reserved -> {
                            Claim claim = new Claim(decision, claimant, reserved.amount());
                            if (!reserved.isDone()) {
                                return new Reservation.Exceeded(claim);
                            }
                            return answer(LedgerEntry.Kind.GRANTED, id).isPresent()
                                    ? new Reservation.Granted(claim)
                                    : new Reservation.Open(claim);
                        });
    }

    /** The same with one more answer. */
    public Position with(Booking booking) {
        return new Position(
                claimant, Stream.concat(bookings.stream(), Stream.of(booking)).toList());
    }

    /** Whether the claimant has what an operation takes; what is available is everybody's. */
    boolean covers(Operation operation) {
        Account from = operation.kind().from();
        return from == Account.AVAILABLE || balances().has(from, operation.amount());
    }
}
