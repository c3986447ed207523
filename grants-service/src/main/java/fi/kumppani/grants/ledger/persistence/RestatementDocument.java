package fi.kumppani.grants.ledger.persistence;

import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.Restatement;

/** A restatement that was made, as it is kept under its request's id: what makes it once only. */
record RestatementDocument(
        String ledger, long appropriationCents, String reason, String decidedIn, long entry) {

    static RestatementDocument from(String ledger, Restatement made, long entry) {
        return new RestatementDocument(
                ledger,
                made.appropriation().cents(),
                made.basis().reason(),
                made.basis().decidedIn(),
                entry);
    }

    boolean isOf(String asked, Restatement restatement) {
        return ledger.equals(asked)
                && appropriationCents == restatement.appropriation().cents()
                && new LedgerEntry.Basis(reason, decidedIn).equals(restatement.basis());
    }
}
