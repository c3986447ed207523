package fi.kumppani.grants.ledger;

import fi.kumppani.kit.money.Euros;

/**
 * States a ledger's appropriation anew (määrärahan muutos), in the open and once.
 *
 * @param id of the request
 * @param appropriation what there is from now on
 * @param basis on which decision
 */
public record Restatement(OperationId id, Euros appropriation, LedgerEntry.Basis basis) {

    /** Why an appropriation is not restated; its name in kebab case is the reason code. */
    public enum Refusal {
        /** More is reserved, granted and paid than there would be. */
        BELOW_PROMISED,
        /** It is what it was. */
        APPROPRIATION_UNCHANGED
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is restated by this entry; asked again, by the same one. */
        record Done(LedgerEntry entry) implements Result {}

        /** It stays as it is, and may be asked for again. */
        record Refused(Refusal reason) implements Result {}

        /** Something else was restated under this id. */
        record KeyReused() implements Result {}
    }
}
