package fi.kumppani.grants.reconciliation;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.ledger.Account;
import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.ledger.EntryFilter;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.ReadLedger;
import fi.kumppani.grants.payment.BatchId;
import fi.kumppani.grants.payment.PaymentBatch;
import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the monthly reconciliation report, one call after the other, so that it takes no more
 * memory however many there are. What a crash left half done is finished before it is looked at.
 */
@Service
public class ReconcileMonth {

    private static final int PAGE = 200;

    private final GrantCalls calls;
    private final ReadLedger ledgers;
    private final EntryCheck entryCheck;
    private final BatchCheck batchCheck;

    ReconcileMonth(
            GrantCalls calls, ReadLedger ledgers, EntryCheck entryCheck, BatchCheck batchCheck) {
        this.calls = calls;
        this.ledgers = ledgers;
        this.entryCheck = entryCheck;
        this.batchCheck = batchCheck;
    }

    /** Shows the books of each call of the current municipality that has any. */
    public void forEach(BookMonth month, Consumer<CallMonth> reader) {
        Map<CallId, List<BatchId>> batches = batchCheck.of(month);
        String after = "";
        List<Stored<GrantCall>> page;
        do {
            page = calls.list(after, PAGE);
            for (Stored<GrantCall> each : page) {
                after = each.id();
                CallId call = new CallId(each.id());
                if (each.body() instanceof GrantCall.Announced announced) {
                    reconcile(call, announced, month, batches.getOrDefault(call, List.of()))
                            .ifPresent(reader);
                }
            }
        } while (page.size() == PAGE);
    }

    private Optional<CallMonth> reconcile(
            CallId call, GrantCall.Announced announced, BookMonth month, List<BatchId> batches) {
        List<SentBatch> sent = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (BatchId id : batches) {
            Optional<PaymentBatch> batch = batchCheck.load(id);
            batch.flatMap(each -> BatchCheck.sent(each, month)).ifPresent(sent::add);
            batch.map(batchCheck::differences).ifPresent(differences::addAll);
        }
        LedgerId id = new LedgerId(call.value());
        return ledgers.sums(id)
                .filter(ledger -> ledger.entries() > 0)
                .map(
                        ledger -> {
                            Tally tally = tally(id, ledger, isLoan(announced), month, differences);
                            return new CallMonth(
                                    call,
                                    announced.terms().title(),
                                    ledger.line(),
                                    tally.opening(),
                                    tally.movements(),
                                    tally.closing(),
                                    sent,
                                    differences);
                        });
    }

    private static boolean isLoan(GrantCall.Announced announced) {
        return announced.terms().scheme().payment() instanceof PaymentTerms.AsLoan;
    }

    private Tally tally(
            LedgerId id,
            BudgetLedger ledger,
            boolean isLoan,
            BookMonth month,
            List<Difference> differences) {
        if (entries(id, ledger.entries() - 1).stream()
                .allMatch(last -> month.isBefore(last.at()))) {
            return Tally.still(month, ledger.balances());
        }
        Tally tally = new Tally(month);
        long read = 0;
        while (read < ledger.entries()) {
            List<LedgerEntry> page =
                    entries(id, read).stream()
                            .filter(entry -> entry.number() <= ledger.entries())
                            .toList();
            if (page.isEmpty()) {
                break;
            }
            read = page.getLast().number();
            List<LedgerEntry> inMonth =
                    page.stream().filter(entry -> month.includes(entry.at())).toList();
            EntryCheck.Known known = entryCheck.of(inMonth);
            inMonth.forEach(entry -> known.difference(entry).ifPresent(differences::add));
            page.forEach(entry -> tally.add(entry, known.kind(entry, isLoan)));
        }
        if (!tally.last().equals(ledger.balances())) {
            differences.add(
                    new Difference(
                            Difference.Kind.SUMS_OF_ENTRIES,
                            null,
                            null,
                            ledger.appropriation(),
                            new Euros(Math.abs(tally.last().in(Account.BUDGET)))));
        }
        return tally;
    }

    private List<LedgerEntry> entries(LedgerId id, long after) {
        return ledgers.entries(id, EntryFilter.ANY, after, PAGE).orElse(List.of());
    }
}
