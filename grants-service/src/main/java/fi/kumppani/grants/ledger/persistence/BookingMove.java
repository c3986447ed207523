package fi.kumppani.grants.ledger.persistence;

import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.LedgerSums;
import fi.kumppani.grants.ledger.Operation;
import fi.kumppani.grants.ledger.Position;
import fi.kumppani.kit.journal.ChildKey;
import fi.kumppani.kit.journal.Move;
import fi.kumppani.kit.journal.Turn;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Books operations one after the other, and tells once of the sums that come of them. */
final class BookingMove implements Move<LedgerDocument, List<BudgetLedger.Booked>> {

    private static final OutboundMessage[] NOTHING = {};

    private final LedgerId ledger;
    private final List<Operation> operations;
    private final LedgerBooks books;
    private final MessageTranslator<LedgerSums> translator;
    private final Instant at;

    BookingMove(
            LedgerId ledger,
            List<Operation> operations,
            LedgerBooks books,
            MessageTranslator<LedgerSums> translator,
            Instant at) {
        this.ledger = ledger;
        this.operations = List.copyOf(operations);
        this.books = books;
        this.translator = translator;
        this.at = at;
    }

    @Override
    public List<ChildKey<?>> reads() {
        return operations.stream()
                .<ChildKey<?>>map(each -> books.positionKey(ledger, each.claimant()))
                .distinct()
                .toList();
    }

    @Override
    public List<BudgetLedger.Booked> decide(Turn<LedgerDocument> turn) {
        LedgerDocument before = turn.state();
        BudgetLedger sums = before.toDomain();
        List<BudgetLedger.Booked> answers = new ArrayList<>();
        boolean isToBeTold = false;
        for (Operation operation : operations) {
            Position position = position(turn, before, operation);
            BudgetLedger.Booked booked = sums.book(position, operation);
            answers.add(booked);
            if (booked.ledger().entries() > sums.entries()) {
                sums = booked.ledger();
                enter(turn, sums.entries(), operation);
                isToBeTold |= operation.kind() != LedgerEntry.Kind.RESERVED;
            }
            if (!booked.position().equals(position)) {
                books.put(turn, ledger, booked.position());
            }
        }
        if (!sums.equals(before.toDomain())) {
            turn.set(
                    LedgerDocument.from(sums, before.lastUnposted()),
                    isToBeTold ? told(sums) : NOTHING);
        }
        return answers;
    }

    private Position position(
            Turn<LedgerDocument> turn, LedgerDocument before, Operation operation) {
        Position position = books.position(turn::children, ledger, before, operation.claimant());
        return operation.kind() == LedgerEntry.Kind.RESERVED
                ? books.withEarlierRefusal(turn::children, before, position, operation.id())
                : position;
    }

    private void enter(Turn<LedgerDocument> turn, long number, Operation operation) {
        books.enter(
                turn,
                ledger,
                new LedgerEntry(
                        number,
                        operation.kind(),
                        operation.amount(),
                        operation.id(),
                        operation.claimant(),
                        null,
                        at));
    }

    private OutboundMessage[] told(BudgetLedger sums) {
        return translator.announce(new LedgerSums(ledger, sums)).toArray(OutboundMessage[]::new);
    }
}
