package fi.kumppani.grants.payment;

import fi.kumppani.grants.award.Payment;
import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.scheme.PaymentTerms;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What every grant's instalments wait for. */
@Service
class UsualHolds implements PaymentHolds {

    /** ISO 20022 reasons of these kinds are about the payee's account or name. */
    private static final List<String> ABOUT_THE_ACCOUNT = List.of("AC", "BE");

    @Override
    public List<Hold> of(Candidate candidate, Instalment instalment, LocalDate today) {
        List<Hold> found = new ArrayList<>();
        if (candidate.decided().filing().imported()) {
            found.add(Hold.IMPORTED);
        }
        if (!candidate.award().isAccepted()) {
            found.add(Hold.NOT_ACCEPTED);
        }
        LocalDate finalFrom = candidate.finalFrom();
        if (candidate.terms().onlyWhenFinal() && (finalFrom == null || today.isBefore(finalFrom))) {
            found.add(Hold.NOT_FINAL);
        }
        if (candidate.terms() instanceof PaymentTerms.Afterwards
                && candidate.award().receipts() == null) {
            found.add(Hold.RECEIPTS_MISSING);
        }
        if (candidate.overdueSince() != null) {
            found.add(Hold.REPORT_OVERDUE);
        }
        if (instalment.amount().cents() == 0) {
            found.add(Hold.NOTHING_TO_PAY);
        }
        paymentHolds(candidate, instalment, found);
        return found;
    }

    private static void paymentHolds(Candidate candidate, Instalment instalment, List<Hold> found) {
        int number = instalment.number();
        if (number > 1 && candidate.award().live(number - 1).filter(Payment::hasLeft).isEmpty()) {
            found.add(Hold.EARLIER_INSTALMENT);
        }
        if (candidate.award().live(number).isPresent()) {
            found.add(Hold.IN_BATCH);
        }
        candidate
                .payable()
                .ifPresentOrElse(
                        account -> {
                            if (isRefused(candidate, number, account)) {
                                found.add(Hold.ACCOUNT_REFUSED);
                            }
                        },
                        () -> found.add(Hold.NO_BANK_ACCOUNT));
    }

    private static boolean isRefused(Candidate candidate, int number, BankAccount.InUse account) {
        return candidate
                .award()
                .latest(number)
                .filter(payment -> payment.stage() == Payment.Stage.REJECTED)
                .filter(payment -> isAboutTheAccount(payment.reason()))
                .filter(payment -> !account.since().isAfter(payment.at()))
                .isPresent();
    }

    private static boolean isAboutTheAccount(@Nullable String reason) {
        return reason != null && ABOUT_THE_ACCOUNT.stream().anyMatch(reason::startsWith);
    }
}
