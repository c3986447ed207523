package fi.kumppani.grants.payment;

import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.interest.Disqualification;
import fi.kumppani.grants.interest.JudgeImpartiality;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A second person approves a batch or discards it; then it goes to the bank, which answers. */
@Service
public class MoveBatch {

    private final PaymentBatches batches;
    private final GrantApplications applications;
    private final FinishBatch finishBatch;
    private final JudgeImpartiality impartiality;
    private final CheckBatch checkBatch;
    private final Clock clock;

    MoveBatch(
            PaymentBatches batches,
            GrantApplications applications,
            FinishBatch finishBatch,
            JudgeImpartiality impartiality,
            CheckBatch checkBatch,
            Clock clock) {
        this.batches = batches;
        this.applications = applications;
        this.finishBatch = finishBatch;
        this.impartiality = impartiality;
        this.checkBatch = checkBatch;
        this.clock = clock;
    }

    /**
     * Approves a batch and has it booked as paid; never by who made it, nor by anybody who must
     * keep out of one of its applications, and only if all of it can still be paid as collected.
     *
     * @param by as the identity provider's opaque {@code sub}
     * @param seen the version the caller has seen
     * @return empty when there is no such batch
     */
    public Optional<Result> approve(BatchId id, String by, long seen) {
        return finishBatch.load(id).map(found -> approve(found.body(), by, seen));
    }

    private Result approve(PaymentBatch batch, String by, long seen) {
        Map<String, Disqualification> closed =
                impartiality.ofAll(
                        by,
                        applications
                                .findAll(
                                        batch.rows().stream().map(PaymentRow::application).toList())
                                .values()
                                .stream()
                                .map(found -> found.body().matter())
                                .toList());
        if (!closed.isEmpty()) {
            return new Result.Disqualified(closed.values().iterator().next());
        }
        Map<String, String> objections = checkBatch.objections(batch);
        if (batch.state() instanceof PaymentBatch.State.Proposed && !objections.isEmpty()) {
            return new Result.NoLongerDue(objections);
        }
        Instant now = now();
        return move(batch.id(), OptionalLong.of(seen), each -> each.approve(by, now));
    }

    /** Discards a batch that waits; its instalments can be collected anew. */
    public Optional<Result> discard(BatchId id, long seen) {
        return finishBatch
                .load(id)
                .map(_ -> move(id, OptionalLong.of(seen), PaymentBatch::discard));
    }

    /** Gives a batch to the bank; whoever does so again is told when it was given first. */
    public Optional<Result> export(BatchId id, long seen) {
        Instant now = now();
        return finishBatch
                .load(id)
                .map(_ -> move(id, OptionalLong.of(seen), batch -> batch.export(now)));
    }

    /** Notes what the bank says of payments; said again it changes nothing. */
    public Optional<Result> answer(BatchId id, Map<String, PaymentBatch.BankAnswer> answers) {
        return finishBatch
                .load(id)
                .map(_ -> move(id, OptionalLong.empty(), batch -> answer(batch, answers)));
    }

    /** Notes what the bank's report says of payments; said again it changes nothing. */
    public Optional<Reported> report(BatchId id, StatusReport report) {
        return finishBatch.load(id).map(found -> report(found.body(), report));
    }

    private Reported report(PaymentBatch batch, StatusReport report) {
        if (!report.message().equals(batch.id().compact())) {
            return new Reported.OfAnother();
        }
        List<String> strangers = report.strangers(batch);
        return strangers.isEmpty()
                ? new Reported.As(
                        move(
                                batch.id(),
                                OptionalLong.empty(),
                                each -> answer(each, report.answers(each))))
                : new Reported.Strangers(strangers);
    }

    /** What came of a report. */
    public sealed interface Reported {

        /** It is noted, or refused as an answer is. */
        record As(Result result) implements Reported {}

        /** It is about another credit transfer. */
        record OfAnother() implements Reported {}

        /** It names payments that the batch has not. */
        record Strangers(List<String> endToEndIds) implements Reported {}
    }

    private static PaymentBatch.Moved answer(
            PaymentBatch batch, Map<String, PaymentBatch.BankAnswer> answers) {
        PaymentBatch next = batch;
        for (var each : answers.entrySet()) {
            switch (next.answer(each.getKey(), each.getValue())) {
                case PaymentBatch.Moved.To(var moved) -> next = moved;
                case PaymentBatch.Moved.Refused refused -> {
                    return refused;
                }
            }
        }
        return new PaymentBatch.Moved.To(next);
    }

    private Result move(
            BatchId id, OptionalLong expected, Function<PaymentBatch, PaymentBatch.Moved> move) {
        AtomicReference<Optional<PaymentBatch.Refusal>> refusal =
                new AtomicReference<>(Optional.empty());
        var _ =
                batches.change(
                        id,
                        expected,
                        known ->
                                switch (move.apply(known)) {
                                    case PaymentBatch.Moved.To(var next) -> {
                                        refusal.set(Optional.empty());
                                        yield next;
                                    }
                                    case PaymentBatch.Moved.Refused(var reason) -> {
                                        refusal.set(Optional.of(reason));
                                        yield known;
                                    }
                                });
        return refusal.get()
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> new Result.Kept(finishBatch.load(id).orElseThrow()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is so now. */
        record Kept(Stored<PaymentBatch> batch) implements Result {}

        /** It stays as it was. */
        record Refused(PaymentBatch.Refusal reason) implements Result {}

        /**
         * Some of it can no longer be paid as it was collected.
         *
         * @param objections why not, by the diary numbers of the applications
         */
        record NoLongerDue(Map<String, String> objections) implements Result {}

        /** Who would approve it must keep out of one of its applications. */
        record Disqualified(Disqualification why) implements Result {}
    }
}
