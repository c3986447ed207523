package fi.kumppani.grants.ledger.persistence;

import fi.kumppani.grants.ledger.Booking;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.grants.ledger.Position;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A claimant's position as it is kept, under {@code <ledger>:<claimant>}. */
record PositionDocument(String claimant, List<BookingPart> bookings) {

    static PositionDocument from(Position position) {
        return new PositionDocument(
                position.claimant(),
                position.bookings().stream()
                        .map(
                                each ->
                                        new BookingPart(
                                                each.kind(),
                                                each.operation().value(),
                                                each.amount().cents(),
                                                each.entry()))
                        .toList());
    }

    Position toDomain() {
        return new Position(
                claimant,
                bookings.stream()
                        .map(
                                each ->
                                        new Booking(
                                                each.kind(),
                                                new OperationId(each.operation()),
                                                new Euros(each.cents()),
                                                each.entry()))
                        .toList());
    }

    /** An answer; without an entry, there was not enough. */
    record BookingPart(LedgerEntry.Kind kind, String operation, long cents, @Nullable Long entry) {}
}
