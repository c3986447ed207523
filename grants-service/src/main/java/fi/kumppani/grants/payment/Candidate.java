package fi.kumppani.grants.payment;

import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Payment;
import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.grants.scheme.Scheme;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An application of which something may be payable, with all that speaks for and against it.
 *
 * @param decided the application
 * @param scheme by which grounds it was granted
 * @param award what became of what was granted
 * @param account where its association is paid to; null when none is known
 * @param finalFrom from which day its decision is final; null while that is not known
 * @param overdueSince since when its association owes a report, if that stops payments; else null
 */
public record Candidate(
        GrantApplication.Decided decided,
        Scheme scheme,
        Award award,
        @Nullable BankAccount account,
        @Nullable LocalDate finalFrom,
        @Nullable LocalDate overdueSince) {

    /** How its call pays. */
    public PaymentTerms terms() {
        return scheme.payment();
    }

    /** Its instalments, by the decision in force and what is paid by now. */
    public List<Instalment> instalments() {
        return Instalment.besides(
                award.payments().stream().filter(Payment::isLive).toList(),
                Instalment.plan(terms(), decided.decision().granted(), award.receipts()));
    }

    /** The account that can be paid to now. */
    public Optional<BankAccount.InUse> payable() {
        return Optional.ofNullable(account).flatMap(BankAccount::payable);
    }
}
