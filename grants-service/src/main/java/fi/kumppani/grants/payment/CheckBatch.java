package fi.kumppani.grants.payment;

import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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
        Set<ApplicationId> paid =
                waiting.stream().map(PaymentRow::application).collect(Collectors.toSet());
        Map<Part, Payable> payables =
                readPayables
                        .of(
                                applications.findAll(paid).values().stream()
                                        .flatMap(each -> each.body().decided().stream())
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Part::of, Function.identity()));
        Map<String, String> found = new TreeMap<>();
        for (PaymentRow row : waiting) {
            objection(row, payables.get(Part.of(row)))
                    .ifPresent(why -> found.put(row.diaryNumber(), why));
        }
        return found;
    }

    private static Optional<String> objection(PaymentRow row, @Nullable Payable now) {
        if (now == null) {
            return Optional.of("not-granted");
        }
        Optional<Hold> hold =
                now.holds().stream()
                        .filter(each -> !BY_THE_BATCH_ITSELF.contains(each))
                        .findFirst();
        if (hold.isPresent()) {
            return hold.map(WireCodes::of);
        }
        boolean sameAccount =
                now.candidate()
                        .payable()
                        .map(BankAccount.InUse::iban)
                        .filter(row.iban()::equals)
                        .isPresent();
        return sameAccount ? Optional.empty() : Optional.of("account-changed");
    }

    private record Part(ApplicationId application, int instalment) {

        static Part of(PaymentRow row) {
            return new Part(row.application(), row.instalment());
        }

        static Part of(Payable payable) {
            return new Part(
                    payable.candidate().decided().filing().id(), payable.instalment().number());
        }
    }
}
