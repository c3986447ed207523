package fi.kumppani.grants.ledger.web;

import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.grants.ledger.Restatement;
import fi.kumppani.kit.money.Euros;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a call has to give from now on.
 *
 * @param appropriation all of it, what is promised included
 * @param reason why it changes
 * @param decidedIn where it was decided, such as {@code Kunnanhallitus 12.3.2027 § 44}; never a
 *     person
 */
record RestatementRequest(
        @NotNull Euros appropriation,
        @NotBlank @Size(max = 500) String reason,
        @NotBlank @Size(max = 200) String decidedIn) {

    Restatement restatement(String id) {
        return new Restatement(
                new OperationId(id), appropriation, new LedgerEntry.Basis(reason, decidedIn));
    }
}
