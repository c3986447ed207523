package fi.kumppani.grants.payment;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.bankaccount.Iban;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

/**
 * One payment of a batch, as it was when it was collected.
 *
 * @param payment its id, under which award and ledger know it
 * @param diaryNumber what a person calls the application
 * @param payee the association's name
 * @param stage how far it is
 * @param reason why the bank did not carry it out, as its ISO 20022 code; null for nothing
 * @param settled whether award and ledger know of the stage
 */
public record PaymentRow(
        String payment,
        ApplicationId application,
        AssociationId association,
        String diaryNumber,
        int instalment,
        Euros amount,
        Iban iban,
        String payee,
        Stage stage,
        @Nullable String reason,
        boolean settled) {

    /** How far a payment is, as its batch sees it. */
    public enum Stage {
        /** It waits. */
        WAITING,
        /** It is not paid with this batch after all. */
        LEFT_OUT,
        /** The ledger has booked it as paid. */
        BOOKED,
        /** The bank has carried it out. */
        CONFIRMED,
        /** The bank did not carry it out. */
        REJECTED
    }

    /** As banks take it: 32 letters and digits. */
    public String endToEndId() {
        return payment.replace("-", "");
    }

    /** Whether it is in the files of the batch. */
    public boolean isPaid() {
        return stage != Stage.WAITING && stage != Stage.LEFT_OUT;
    }

    PaymentRow at(Stage next, @Nullable String why, boolean known) {
        return new PaymentRow(
                payment,
                application,
                association,
                diaryNumber,
                instalment,
                amount,
                iban,
                payee,
                next,
                why,
                known);
    }
}
