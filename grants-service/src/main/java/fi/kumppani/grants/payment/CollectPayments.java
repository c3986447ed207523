package fi.kumppani.grants.payment;

import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.bankaccount.BankAccount;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.ListArrivedApplications;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.Language;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An officer collects what can be paid of a call into a batch. */
@Service
public class CollectPayments {

    /** The most payments in one batch; what is left is for the next. */
    public static final int MOST_ROWS = 500;

    private static final int PAGE = 200;

    private final ListArrivedApplications arrived;
    private final ReadPayables readPayables;
    private final JudgeImpartiality impartiality;
    private final Applicants applicants;
    private final PaymentBatches batches;
    private final FinishBatch finishBatch;
    private final Ids ids;
    private final Clock clock;

    CollectPayments(
            ListArrivedApplications arrived,
            ReadPayables readPayables,
            JudgeImpartiality impartiality,
            Applicants applicants,
            PaymentBatches batches,
            FinishBatch finishBatch,
            Ids ids,
            Clock clock) {
        this.arrived = arrived;
        this.readPayables = readPayables;
        this.impartiality = impartiality;
        this.applicants = applicants;
        this.batches = batches;
        this.finishBatch = finishBatch;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Collects every instalment that is due, but none of applications that the officer must keep
     * out of (hallintolaki 434/2003, 28 §).
     *
     * @param only of these applications alone; empty for all of the call
     * @param by as the identity provider's opaque {@code sub}
     */
    public Result collect(
            CallId call, Set<ApplicationId> only, Payer payer, String by, Creation request) {
        Optional<Stored<PaymentBatch>> before = batches.madeBy(request.key());
        if (before.isPresent()) {
            return before.get().body().request().equals(request)
                    ? collected(before.get())
                    : new Result.KeyReused();
        }
        List<PaymentRow> rows = rows(call, only, by);
        if (rows.isEmpty()) {
            return new Result.NothingDue();
        }
        var batch =
                new PaymentBatch(
                        new BatchId(ids.next()),
                        call,
                        payer,
                        by,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        request,
                        new PaymentBatch.State.Collecting(),
                        rows);
        return switch (batches.add(batch)) {
            case Insertion.Inserted<PaymentBatch>(var stored) -> collected(stored);
            case Insertion.Repeated<PaymentBatch>(var stored) -> collected(stored);
            case Insertion.KeyReused<PaymentBatch> _ -> new Result.KeyReused();
            case Insertion.Taken<PaymentBatch>(var field) ->
                    throw new IllegalStateException("Batches share nothing: " + field);
        };
    }

    private Result collected(Stored<PaymentBatch> stored) {
        return new Result.Collected(finishBatch.load(stored.body().id()).orElseThrow());
    }

    private List<PaymentRow> rows(CallId call, Set<ApplicationId> only, String by) {
        List<PaymentRow> rows = new ArrayList<>();
        int after = 0;
        List<ListArrivedApplications.Row> page;
        do {
            page = arrived.list(call, after, PAGE);
            List<GrantApplication.Decided> decided =
                    page.stream()
                            .flatMap(row -> row.application().stream())
                            .flatMap(each -> each.decided().stream())
                            .filter(each -> only.isEmpty() || only.contains(each.filing().id()))
                            .toList();
            rows.addAll(due(decided, by));
            after = page.isEmpty() ? after : page.getLast().position();
        } while (page.size() == PAGE && rows.size() < MOST_ROWS);
        return rows.subList(0, Math.min(rows.size(), MOST_ROWS));
    }

    private List<PaymentRow> due(List<GrantApplication.Decided> decided, String by) {
        Set<String> closed =
                impartiality
                        .ofAll(by, decided.stream().map(GrantApplication::matter).toList())
                        .keySet();
        return readPayables
                .of(
                        decided.stream()
                                .filter(each -> !closed.contains(each.filing().id().value()))
                                .toList())
                .stream()
                .filter(Payable::isDue)
                .map(this::row)
                .toList();
    }

    private PaymentRow row(Payable due) {
        GrantApplication.Decided decided = due.candidate().decided();
        BankAccount.InUse account = due.candidate().payable().orElseThrow();
        return new PaymentRow(
                ids.next(),
                decided.filing().id(),
                decided.filing().applicant(),
                decided.receipt().number().toString(),
                due.instalment().number(),
                due.instalment().amount(),
                account.iban(),
                applicants
                        .find(decided.filing().applicant())
                        .map(found -> found.name().in(Language.FI).text())
                        .orElse("-"),
                PaymentRow.Stage.WAITING,
                null,
                true);
    }

    /** What came of it. */
    public sealed interface Result {

        /** It waits for a second person. */
        record Collected(Stored<PaymentBatch> batch) implements Result {}

        /** Nothing of the call can be paid now. */
        record NothingDue() implements Result {}

        /** The request's key was used before with other content. */
        record KeyReused() implements Result {}
    }
}
