package fi.kumppani.grants.ledger;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Optional;

/** Looks at a ledger; whoever does so finishes first what a crash left open in it. */
@Service
public class ReadLedger {

    private final Ledgers ledgers;
    private final Claimants claimants;

    ReadLedger(Ledgers ledgers, Claimants claimants) {
        this.ledgers = ledgers;
        this.claimants = claimants;
    }

    /** The sums. */
    public Optional<BudgetLedger> sums(LedgerId id) {
        return ledgers.find(id)
                .flatMap(
                        found -> {
                            found.open().forEach(claim -> claimants.finish(id, claim));
                            return found.open().isEmpty() ? Optional.of(found) : ledgers.find(id);
                        });
    }

    /**
     * The entries by their numbers; empty when there is no such ledger.
     *
     * @param after only numbers greater than this
     */
    public Optional<List<LedgerEntry>> entries(
            LedgerId id, EntryFilter filter, long after, int limit) {
        return ledgers.find(id).map(_ -> ledgers.entries(id, filter, after, limit));
    }
}
