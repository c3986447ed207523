package fi.kumppani.grants.payment;

import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells what of a batch could no longer be paid as it was collected: since then a decision may have
 * been claimed against or replaced, or an account changed.
 */
@Service
class CheckBatch {

    private static final Set<Hold> BY_THE_BATCH_ITSELF = Set.of(Hold.IN_BATCH);

    private final GrantApplications applications;
    private final ReadPayables readPayables;

    CheckBatch(GrantApplications applications, ReadPayables readPayables) {
        this.applications = applications;
        this.readPayables = readPayables;
    }

    /** Why not, by the diary numbers of the applications; nothing when all can be paid. */
    Map<String, String> objections(PaymentBatch batch) {
        List<PaymentRow> waiting =
                batch.rows().stream()
                        .filter(row -> row.stage() == PaymentRow.Stage.WAITING)
                        .toList();
        List<Payable> payables =
                readPayables.of(
                        applications
                                .findAll(
                                        waiting.stream()
                                                .map(PaymentRow::application)
                                                .collect(Collectors.toSet()))
                                .values()
                                .stream()
                                .flatMap(each -> each.body().decided().stream())
                                .toList());
        Map<String, String> found = new TreeMap<>();
        for (PaymentRow row : waiting) {
            objection(row, payables).ifPresent(why -> found.put(row.diaryNumber(), why));
        }
        return found;
    }

    private static Optional<String> objection(PaymentRow row, List<Payable> payables) {
        Optional<Payable> now = payables.stream().filter(each -> isOf(each, row)).findFirst();
        if (now.isEmpty()) {
            return Optional.of("not-granted");
        }
        Optional<Hold> hold =
                now.get().holds().stream()
                        .filter(each -> !BY_THE_BATCH_ITSELF.contains(each))
                        .findFirst();
        if (hold.isPresent()) {
            return hold.map(WireCodes::of);
        }
        boolean sameAccount =
                now.get()
                        .candidate()
                        .payable()
                        .map(BankAccount.InUse::iban)
                        .filter(row.iban()::equals)
                        .isPresent();
        return sameAccount ? Optional.empty() : Optional.of("account-changed");
    }

    private static boolean isOf(Payable payable, PaymentRow row) {
        return payable.candidate().decided().filing().id().equals(row.application())
                && payable.instalment().number() == row.instalment();
    }
}
