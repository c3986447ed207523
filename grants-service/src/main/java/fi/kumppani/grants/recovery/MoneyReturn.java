package fi.kumppani.grants.recovery;

import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;

import java.time.LocalDate;

/**
 * Money that came back.
 *
 * @param id under which the ledger books it, never used again
 * @param claim the number of the claim it is paid on; 0 when it came by the grantee's own will
 * @param receivedOn the day it came
 * @param principal what of it is the grant itself, as the ledger books it
 * @param interest what of it is interest
 * @param request the request that noted it, so that it can be sent again
 * @param stage how far it is
 */
public record MoneyReturn(
        String id,
        int claim,
        LocalDate receivedOn,
        Euros principal,
        Euros interest,
        Creation request,
        Stage stage) {

    /** By the grantee's own will, or by the plan of a loan. */
    public static final int NO_CLAIM = 0;

    /** How far it is. */
    public enum Stage {
        /** The ledger is being told. */
        BOOKING,
        /** The ledger knows of it. */
        BOOKED,
        /** More than was paid cannot come back; it counts for nothing. */
        REFUSED
    }

    /** Whether it counts. */
    public boolean counts() {
        return stage != Stage.REFUSED;
    }

    MoneyReturn at(Stage next) {
        return new MoneyReturn(id, claim, receivedOn, principal, interest, request, next);
    }
}
