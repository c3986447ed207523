package fi.kumppani.grants.payment;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Payments of a call that are approved and sent to the bank together (maksatuserä). What it says is
 * fixed when it is collected.
 *
 * @param call whose budget it is paid from
 * @param madeBy who collected it, as the identity provider's opaque {@code sub}; never approves it
 * @param madeAt when
 * @param request what made it, so that it can be sent again
 */
public record PaymentBatch(
        BatchId id,
        CallId call,
        Payer payer,
        String madeBy,
        Instant madeAt,
        Creation request,
        State state,
        List<PaymentRow> rows) {

    /** Copies the rows. */
    public PaymentBatch {
        rows = List.copyOf(rows);
    }

    /** Where a batch stands. */
    public sealed interface State {

        /** Its instalments are being taken. */
        record Collecting() implements State {}

        /** It waits for a second person. */
        record Proposed() implements State {}

        /** It is not approved, and its instalments are being given back. */
        record Discarding() implements State {}

        /** It was not approved. */
        record Discarded() implements State {}

        /** It is approved, and the ledger is being told. */
        record Approving(String by, Instant at) implements State {}

        /** It is approved and booked. */
        record Approved(String by, Instant at) implements State {}

        /** It is with the bank. */
        record Exported(String by, Instant at, Instant exportedAt) implements State {}
    }

    /** Why a batch does not move as asked; its name in kebab case is the reason code. */
    public enum Refusal {
        /** Who made it does not approve it. */
        SAME_PERSON,
        /** It does not wait for approval. */
        NOT_PROPOSED,
        /** It is not approved. */
        NOT_APPROVED,
        /** It is not with the bank. */
        NOT_EXPORTED,
        /** The bank's answer to it is known, and another one. */
        ALREADY_ANSWERED
    }

    /** What came of a move. */
    public sealed interface Moved {

        /** It is so now. */
        record To(PaymentBatch batch) implements Moved {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Moved {}
    }

    /**
     * What the bank says of a payment.
     *
     * @param isCarriedOut whether it was
     * @param reason why not, as its ISO 20022 code; null when none is told
     */
    public record BankAnswer(boolean isCarriedOut, @Nullable String reason) {}

    /** The same once its instalments are taken: those of these payments. */
    PaymentBatch collected(Set<String> taken) {
        if (!(state instanceof State.Collecting)) {
            return this;
        }
        List<PaymentRow> next =
                rows.stream()
                        .map(
                                row ->
                                        taken.contains(row.payment())
                                                ? row
                                                : row.at(PaymentRow.Stage.LEFT_OUT, null, true))
                        .toList();
        return with(taken.isEmpty() ? new State.Discarded() : new State.Proposed(), next);
    }

    /** Approves it; never by who made it. */
    public Moved approve(String by, Instant now) {
        return switch (state) {
            case State.Proposed _ when by.equals(madeBy) -> new Moved.Refused(Refusal.SAME_PERSON);
            case State.Proposed _ -> new Moved.To(with(new State.Approving(by, now), rows));
            default -> new Moved.Refused(Refusal.NOT_PROPOSED);
        };
    }

    /** The same once the ledger has booked these payments. */
    PaymentBatch booked(Set<String> paid) {
        return state instanceof State.Approving(var by, var at)
                ? with(
                        new State.Approved(by, at),
                        rows.stream()
                                .map(
                                        row ->
                                                paid.contains(row.payment())
                                                        ? row.at(
                                                                PaymentRow.Stage.BOOKED, null, true)
                                                        : row.at(
                                                                PaymentRow.Stage.LEFT_OUT,
                                                                null,
                                                                true))
                                .toList())
                : this;
    }

    /** Begins to give its instalments back. */
    public Moved discard() {
        return state instanceof State.Proposed
                ? new Moved.To(with(new State.Discarding(), rows))
                : new Moved.Refused(Refusal.NOT_PROPOSED);
    }

    /** The same once they are given back. */
    PaymentBatch discarded() {
        return state instanceof State.Discarding ? with(new State.Discarded(), rows) : this;
    }

    /** Gives it to the bank; given again it is the same one. */
    public Moved export(Instant now) {
        return switch (state) {
            case State.Approved(var by, var at) ->
                    new Moved.To(with(new State.Exported(by, at, now), rows));
            case State.Exported _ -> new Moved.To(this);
            default -> new Moved.Refused(Refusal.NOT_APPROVED);
        };
    }

    /**
     * Notes what the bank says of a payment; a payment that was carried out can come back later.
     */
    public Moved answer(String payment, BankAnswer answer) {
        Optional<PaymentRow> row =
                rows.stream().filter(each -> each.payment().equals(payment)).findFirst();
        if (!(state instanceof State.Exported) || row.isEmpty() || !row.get().isPaid()) {
            return new Moved.Refused(Refusal.NOT_EXPORTED);
        }
        PaymentRow.Stage next =
                answer.isCarriedOut() ? PaymentRow.Stage.CONFIRMED : PaymentRow.Stage.REJECTED;
        PaymentRow.Stage known = row.get().stage();
        if (known == next) {
            return new Moved.To(this);
        }
        return known == PaymentRow.Stage.REJECTED
                ? new Moved.Refused(Refusal.ALREADY_ANSWERED)
                : new Moved.To(changed(payment, each -> each.at(next, answer.reason(), false)));
    }

    /** The same once award and ledger know of this payment's stage. */
    PaymentBatch settled(PaymentRow row) {
        return changed(
                row.payment(),
                each ->
                        each.stage() == row.stage()
                                ? each.at(each.stage(), each.reason(), true)
                                : each);
    }

    private PaymentBatch changed(String payment, UnaryOperator<PaymentRow> change) {
        return with(
                state,
                rows.stream()
                        .map(each -> each.payment().equals(payment) ? change.apply(each) : each)
                        .toList());
    }

    private PaymentBatch with(State next, List<PaymentRow> nextRows) {
        return new PaymentBatch(id, call, payer, madeBy, madeAt, request, next, nextRows);
    }

    /** The payments that go to the bank. */
    public List<PaymentRow> payments() {
        return rows.stream().filter(PaymentRow::isPaid).toList();
    }

    /** What its rows come to that are not left out. */
    public Euros total() {
        return rows.stream()
                .filter(row -> row.stage() != PaymentRow.Stage.LEFT_OUT)
                .map(PaymentRow::amount)
                .reduce(Euros.ZERO, Euros::plus);
    }

    /** Whether a crash may have left it between two of its writes. */
    public boolean isUnfinished() {
        return state instanceof State.Collecting
                || state instanceof State.Discarding
                || state instanceof State.Approving
                || rows.stream()
                        .anyMatch(row -> !row.settled() && row.stage() != PaymentRow.Stage.WAITING);
    }

    /** When it was made, approved or exported, whichever came last. */
    public Instant lastAt() {
        return switch (state) {
            case State.Collecting _, State.Proposed _, State.Discarding _, State.Discarded _ ->
                    madeAt;
            case State.Approving(_, var at) -> at;
            case State.Approved(_, var at) -> at;
            case State.Exported(_, _, var exportedAt) -> exportedAt;
        };
    }

    /** Where it stands, in one word. */
    public String status() {
        return switch (state) {
            case State.Collecting _ -> "collecting";
            case State.Proposed _ -> "proposed";
            case State.Discarding _, State.Discarded _ -> "discarded";
            case State.Approving _, State.Approved _ -> "approved";
            case State.Exported _ -> answered();
        };
    }

    private String answered() {
        if (payments().stream().anyMatch(row -> row.stage() == PaymentRow.Stage.BOOKED)) {
            return "exported";
        }
        return payments().stream().anyMatch(row -> row.stage() == PaymentRow.Stage.REJECTED)
                ? "partly-rejected"
                : "confirmed";
    }
}
