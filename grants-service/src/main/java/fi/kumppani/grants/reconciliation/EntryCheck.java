package fi.kumppani.grants.reconciliation;

import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.award.Payment;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.recovery.MoneyReturn;
import fi.kumppani.grants.recovery.Recoveries;
import fi.kumppani.grants.recovery.Recovery;
import fi.kumppani.kit.money.Euros;

import org.springframework.stereotype.Service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds entries of a ledger against the payments and the returns that they are because of. */
@Service
class EntryCheck {

    private final Awards awards;
    private final Recoveries recoveries;

    EntryCheck(Awards awards, Recoveries recoveries) {
        this.awards = awards;
        this.recoveries = recoveries;
    }

    /** What is known of those whom some entries are for. */
    record Known(Map<ApplicationId, Award> awards, Map<ApplicationId, Recovery> recoveries) {

        /** What an entry is, and of money that came back because of what it did. */
        Movement.Kind kind(LedgerEntry entry, boolean isLoan) {
            if (entry.kind() != LedgerEntry.Kind.RETURNED) {
                return Movement.Kind.of(entry.kind());
            }
            boolean isClaimed =
                    money(entry).filter(each -> each.claim() != MoneyReturn.NO_CLAIM).isPresent();
            if (isClaimed) {
                return Movement.Kind.RECOVERED;
            }
            return isLoan ? Movement.Kind.LOAN_REPAID : Movement.Kind.RETURNED;
        }

        /** In what an entry does not agree; empty when it does. */
        Optional<Difference> difference(LedgerEntry entry) {
            return switch (entry.kind()) {
                case PAID -> differs(entry, paid(entry), Difference.Kind.PAYMENT_UNKNOWN);
                case REVERSED -> differs(entry, rejected(entry), Difference.Kind.REJECTION_UNKNOWN);
                case RETURNED ->
                        differs(
                                entry,
                                money(entry)
                                        .filter(MoneyReturn::counts)
                                        .map(MoneyReturn::principal)
                                        .orElse(Euros.ZERO),
                                Difference.Kind.RETURN_UNKNOWN);
                default -> Optional.empty();
            };
        }

        private static Optional<Difference> differs(
                LedgerEntry entry, Euros elsewhere, Difference.Kind kind) {
            return entry.amount().equals(elsewhere)
                    ? Optional.empty()
                    : Optional.of(
                            new Difference(
                                    kind,
                                    entry.claimant(),
                                    String.valueOf(entry.operation()),
                                    entry.amount(),
                                    elsewhere));
        }

        private Euros paid(LedgerEntry entry) {
            return payment(entry)
                    .filter(each -> each.stage() != Payment.Stage.COLLECTED)
                    .map(Payment::amount)
                    .orElse(Euros.ZERO);
        }

        private Euros rejected(LedgerEntry entry) {
            return payment(entry)
                    .filter(each -> each.stage() == Payment.Stage.REJECTED)
                    .map(Payment::amount)
                    .orElse(Euros.ZERO);
        }

        private Optional<Payment> payment(LedgerEntry entry) {
            String id = String.valueOf(entry.operation());
            return Optional.ofNullable(awards.get(application(entry))).stream()
                    .flatMap(award -> award.payments().stream())
                    .filter(each -> each.id().equals(id))
                    .findFirst();
        }

        private Optional<MoneyReturn> money(LedgerEntry entry) {
            String id = String.valueOf(entry.operation());
            return Optional.ofNullable(recoveries.get(application(entry))).stream()
                    .flatMap(recovery -> recovery.returns().stream())
                    .filter(each -> id.equals("returned:" + each.id()))
                    .findFirst();
        }

        private static ApplicationId application(LedgerEntry entry) {
            return new ApplicationId(Objects.toString(entry.claimant(), ""));
        }
    }

    /** What is known of those whom these entries are for. */
    Known of(Collection<LedgerEntry> entries) {
        return new Known(
                awards.findAll(
                        claimants(entries, LedgerEntry.Kind.PAID, LedgerEntry.Kind.REVERSED)),
                recoveries.findAll(claimants(entries, LedgerEntry.Kind.RETURNED)));
    }

    private static Collection<ApplicationId> claimants(
            Collection<LedgerEntry> entries, LedgerEntry.Kind... kinds) {
        List<LedgerEntry.Kind> wanted = List.of(kinds);
        return entries.stream()
                .filter(entry -> wanted.contains(entry.kind()))
                .map(Known::application)
                .collect(Collectors.toSet());
    }
}
