package fi.kumppani.grants.ledger;

import org.springframework.stereotype.Service;

import java.util.Optional;

/** What a call has to give is stated anew, after the budget was changed where it is decided. */
@Service
public class RestateAppropriation {

    private final Ledgers ledgers;
    private final ReadLedger readLedger;

    RestateAppropriation(Ledgers ledgers, ReadLedger readLedger) {
        this.ledgers = ledgers;
        this.readLedger = readLedger;
    }

    /**
     * Restates, after what a crash left is finished, so that no euro is promised to nobody.
     *
     * @return empty when there is no such ledger
     */
    public Optional<Restatement.Result> restate(LedgerId id, Restatement restatement) {
        return readLedger.sums(id).flatMap(_ -> ledgers.restate(id, restatement));
    }
}
