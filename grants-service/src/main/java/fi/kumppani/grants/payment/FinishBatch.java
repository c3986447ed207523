package fi.kumppani.grants.payment;

import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.award.Payment;
import fi.kumppani.grants.grantapplication.LeftWork;
import fi.kumppani.grants.ledger.Booking;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.Operation;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Brings batches to where they stand still, from wherever they are. A batch, the awards of its rows
 * and the ledger agree in steps of which any may be the last before a crash: the batch says what is
 * to be done, awards and ledger do it under the payments' ids, and the batch says that it is done.
 * Awards and ledger answer for a payment once and for ever, so all who finish a batch do the same.
 */
@Service
public class FinishBatch extends LeftWork {

    private static final int MOST_ROUNDS = 20;
    private static final int MOST_OPERATIONS = 64;

    private final PaymentBatches batches;
    private final UnfinishedBatches unfinished;
    private final Awards awards;
    private final Ledgers ledgers;
    private final Clock clock;

    FinishBatch(
            PaymentBatches batches,
            UnfinishedBatches unfinished,
            Awards awards,
            Ledgers ledgers,
            Clock clock) {
        this.batches = batches;
        this.unfinished = unfinished;
        this.awards = awards;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /** The batch, after what was under way with it is finished. */
    public Optional<Stored<PaymentBatch>> load(BatchId id) {
        Optional<Stored<PaymentBatch>> found = batches.find(id);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (found.isEmpty() || !found.get().body().isUnfinished()) {
                return found;
            }
            found = step(found.get().body());
        }
        throw new ContentionException();
    }

    private Optional<Stored<PaymentBatch>> step(PaymentBatch batch) {
        return switch (batch.state()) {
            case PaymentBatch.State.Collecting _ -> collect(batch);
            case PaymentBatch.State.Approving _ -> pay(batch);
            case PaymentBatch.State.Discarding _ -> {
                batch.rows().forEach(this::drop);
                yield change(batch, PaymentBatch::discarded);
            }
            case PaymentBatch.State.Proposed _,
                    PaymentBatch.State.Discarded _,
                    PaymentBatch.State.Approved _,
                    PaymentBatch.State.Exported _ ->
                    settle(batch);
        };
    }

    private Optional<Stored<PaymentBatch>> collect(PaymentBatch batch) {
        Set<String> taken = new HashSet<>();
        for (PaymentRow row : batch.rows()) {
            Award award =
                    changeAward(
                            row,
                            known ->
                                    known.collect(
                                                    row.payment(),
                                                    row.instalment(),
                                                    row.amount(),
                                                    now())
                                            .or(() -> Optional.of(known.drop(row.payment()))));
            if (award.payment(row.payment()).isPresent()) {
                taken.add(row.payment());
            }
        }
        Optional<Stored<PaymentBatch>> after = change(batch, each -> each.collected(taken));
        // Another may have been faster and left out what was taken here, or given all back.
        after.ifPresent(
                stored -> {
                    PaymentBatch now = stored.body();
                    boolean isDiscarded = now.state() instanceof PaymentBatch.State.Discarded;
                    now.rows().stream()
                            .filter(row -> isDiscarded || row.stage() == PaymentRow.Stage.LEFT_OUT)
                            .filter(row -> taken.contains(row.payment()))
                            .forEach(this::drop);
                });
        return after;
    }

    private Optional<Stored<PaymentBatch>> pay(PaymentBatch batch) {
        List<PaymentRow> waiting =
                batch.rows().stream()
                        .filter(row -> row.stage() == PaymentRow.Stage.WAITING)
                        .toList();
        Set<String> paid = new HashSet<>();
        for (int from = 0; from < waiting.size(); from += MOST_OPERATIONS) {
            List<PaymentRow> part =
                    waiting.subList(from, Math.min(from + MOST_OPERATIONS, waiting.size()));
            List<Booking> answers = book(batch, LedgerEntry.Kind.PAID, part);
            for (int i = 0; i < part.size(); i++) {
                PaymentRow row = part.get(i);
                if (answers.get(i).isDone()) {
                    paid.add(row.payment());
                    reach(row, Payment.Stage.PAID);
                } else {
                    drop(row);
                }
            }
        }
        return change(batch, each -> each.booked(paid));
    }

    private Optional<Stored<PaymentBatch>> settle(PaymentBatch batch) {
        for (PaymentRow row : batch.rows()) {
            if (row.settled()) {
                continue;
            }
            switch (row.stage()) {
                case REJECTED -> {
                    var _ = book(batch, LedgerEntry.Kind.REVERSED, List.of(row));
                    reach(row, Payment.Stage.REJECTED);
                }
                case CONFIRMED -> reach(row, Payment.Stage.CONFIRMED);
                case WAITING, LEFT_OUT, BOOKED -> {}
            }
        }
        return change(
                batch,
                each -> {
                    PaymentBatch next = each;
                    for (PaymentRow row : batch.rows()) {
                        next = next.settled(row);
                    }
                    return next;
                });
    }

    private List<Booking> book(PaymentBatch batch, LedgerEntry.Kind kind, List<PaymentRow> rows) {
        return ledgers.book(
                new LedgerId(batch.call().value()),
                rows.stream()
                        .map(
                                row ->
                                        new Operation(
                                                kind,
                                                new OperationId(row.payment()),
                                                row.application().value(),
                                                row.amount()))
                        .toList());
    }

    private void drop(PaymentRow row) {
        var _ = changeAward(row, award -> Optional.of(award.drop(row.payment())));
    }

    private void reach(PaymentRow row, Payment.Stage stage) {
        var _ =
                changeAward(
                        row,
                        award ->
                                Optional.of(
                                        award.reach(row.payment(), stage, row.reason(), now())));
    }

    private Award changeAward(PaymentRow row, Function<Award, Optional<Award>> change) {
        return awards.change(
                        row.application(),
                        OptionalLong.empty(),
                        known -> change.apply(known).filter(next -> !next.equals(known)))
                .body();
    }

    private Optional<Stored<PaymentBatch>> change(
            PaymentBatch batch, Function<PaymentBatch, PaymentBatch> change) {
        return batches.change(batch.id(), OptionalLong.empty(), change);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void finishAll() {
        unfinished.forEach(
                id ->
                        attempt(
                                id,
                                () -> {
                                    var _ = load(id);
                                }));
    }
}
