package fi.kumppani.grants.reconciliation;

import fi.kumppani.grants.ledger.Balances;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.kit.money.Euros;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds up the entries of a ledger, from the oldest on, as of a month. */
final class Tally {

    private final BookMonth month;
    private final Map<Movement.Kind, Movement> movements = new EnumMap<>(Movement.Kind.class);
    private Balances opening = Balances.NONE;
    private Balances closing = Balances.NONE;
    private Balances last = Balances.NONE;

    Tally(BookMonth month) {
        this.month = month;
    }

    /** A ledger of which nothing moved in the month, nor after it. */
    static Tally still(BookMonth month, Balances balances) {
        Tally tally = new Tally(month);
        tally.opening = balances;
        tally.closing = balances;
        tally.last = balances;
        return tally;
    }

    void add(LedgerEntry entry, Movement.Kind kind) {
        last = last.after(entry.kind(), entry.amount());
        if (month.isBefore(entry.at())) {
            opening = last;
            closing = last;
        } else if (month.includes(entry.at())) {
            closing = last;
            movements.put(
                    kind,
                    movements
                            .getOrDefault(kind, new Movement(kind, 0, Euros.ZERO))
                            .with(entry.amount()));
        }
    }

    Balances opening() {
        return opening;
    }

    Balances closing() {
        return closing;
    }

    /** What is in the accounts by all entries there are. */
    Balances last() {
        return last;
    }

    List<Movement> movements() {
        return List.copyOf(movements.values());
    }
}
