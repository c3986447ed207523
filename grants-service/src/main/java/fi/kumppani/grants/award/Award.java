package fi.kumppani.grants.award;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was granted to an application, from its decision on. There is one, in version 0, as soon as
 * something is granted.
 *
 * @param application what was granted to
 * @param answer whether it is accepted
 * @param receipts what the receipts show of a grant that is paid afterwards; null before
 * @param payments every attempt to pay of it, in the order they were made
 * @param givenBack payments that had no instalment or gave it back, and never take one again
 * @param replacement the decision that was last about to be replaced; null when none was
 */
public record Award(
        ApplicationId application,
        Answer answer,
        @Nullable Receipts receipts,
        List<Payment> payments,
        Set<String> givenBack,
        @Nullable Replacement replacement) {

    /**
     * For how long a decision that is about to be replaced keeps its grant from being declined: a
     * crash in between leaves such a mark, and it must not stand in the way for good.
     */
    static final Duration REPLACEMENT_COUNTS = Duration.ofMinutes(10);

    /**
     * That a decision is being replaced, or was. Declining and replacing are decided here, so that
     * of both at once one says no.
     *
     * @param decision its number, 1 for the first
     * @param at since when
     */
    public record Replacement(int decision, Instant at) {}

    /** Copies list and set. */
    public Award {
        payments = List.copyOf(payments);
        givenBack = Set.copyOf(givenBack);
    }

    /** One of which no payment was given back. */
    public Award(
            ApplicationId application,
            Answer answer,
            @Nullable Receipts receipts,
            List<Payment> payments) {
        this(application, answer, receipts, payments, Set.of(), null);
    }

    /** One of which nothing was heard yet. */
    public static Award of(ApplicationId application) {
        return new Award(application, new Answer.Open(), null, List.of());
    }

    /**
     * Accepts it; why not, if not.
     *
     * @param until the last day for it; null for no limit
     */
    public Answered accept(String by, Instant now, @Nullable LocalDate until) {
        return switch (answer) {
            case Answer.Open _ when until != null && FinnishTime.dayOf(now).isAfter(until) ->
                    new Answered.Refused(Refusal.ACCEPTANCE_LATE);
            case Answer.Open _ -> new Answered.As(answered(new Answer.Accepted(by, now)));
            case Answer.Accepted _ -> new Answered.As(this);
            case Answer.Declining _, Answer.Declined _ ->
                    new Answered.Refused(Refusal.ALREADY_DECLINED);
        };
    }

    /** Begins to decline it; why not, if not. */
    public Answered decline(String by, Instant now) {
        return switch (answer) {
            case Answer.Open _ -> new Answered.As(answered(new Answer.Declining(by, now)));
            case Answer.Declining _, Answer.Declined _ -> new Answered.As(this);
            case Answer.Accepted _ -> new Answered.Refused(Refusal.ALREADY_ACCEPTED);
        };
    }

    /** The same once the ledger knows that it is declined. */
    public Award declined() {
        return answer instanceof Answer.Declining(var by, var at)
                ? answered(new Answer.Declined(by, at))
                : this;
    }

    private Award answered(Answer next) {
        return new Award(application, next, receipts, payments, givenBack, replacement);
    }

    /** The same with a decision about to be replaced; empty when what it granted is declined. */
    public Optional<Award> replacing(int decision, Instant now) {
        return isDeclined()
                ? Optional.empty()
                : Optional.of(marked(new Replacement(decision, now)));
    }

    /** The same when a decision stays after all. */
    public Award notReplacing(int decision) {
        return replacement != null && replacement.decision() == decision ? marked(null) : this;
    }

    private Award marked(@Nullable Replacement next) {
        return new Award(application, answer, receipts, payments, givenBack, next);
    }

    /** Whether a decision is being replaced, or was in the last minutes. */
    boolean isReplacing(int decision, Instant now) {
        return replacement != null
                && replacement.decision() == decision
                && now.isBefore(replacement.at().plus(REPLACEMENT_COUNTS));
    }

    /** Whether it is declined, or about to be. */
    public boolean isDeclined() {
        return answer instanceof Answer.Declining || answer instanceof Answer.Declined;
    }

    /** Whether it is accepted. */
    public boolean isAccepted() {
        return answer instanceof Answer.Accepted;
    }

    /** The same with its receipts looked through; why not, if something is paid already. */
    public Answered approve(Receipts approved) {
        return payments.stream().anyMatch(Payment::isLive)
                ? new Answered.Refused(Refusal.ALREADY_PAID)
                : new Answered.As(
                        new Award(application, answer, approved, payments, givenBack, replacement));
    }

    /** The payment of an instalment that stands in the way of another. */
    public Optional<Payment> live(int instalment) {
        return payments.stream()
                .filter(each -> each.instalment() == instalment && each.isLive())
                .findFirst();
    }

    /** The last attempt to pay an instalment. */
    public Optional<Payment> latest(int instalment) {
        return payments.reversed().stream()
                .filter(each -> each.instalment() == instalment)
                .findFirst();
    }

    /** A payment. */
    public Optional<Payment> payment(String id) {
        return payments.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** What has left of it, in cents. */
    public Euros paid() {
        return payments.stream()
                .filter(Payment::hasLeft)
                .map(Payment::amount)
                .reduce(Euros.ZERO, Euros::plus);
    }

    /**
     * Takes an instalment for a payment; empty when it is not accepted, another payment has it, or
     * this one had it and gave it back. Taken by the same payment before, it stays so.
     */
    public Optional<Award> collect(String payment, int instalment, Euros amount, Instant now) {
        Optional<Payment> known = payment(payment);
        if (known.isPresent()) {
            return Optional.of(this);
        }
        if (givenBack.contains(payment) || !isAccepted() || live(instalment).isPresent()) {
            return Optional.empty();
        }
        List<Payment> more = new ArrayList<>(payments);
        more.add(new Payment(payment, instalment, amount, Payment.Stage.COLLECTED, null, now));
        return Optional.of(new Award(application, answer, receipts, more, givenBack, replacement));
    }

    /**
     * Gives back what a payment has collected and is not to pay. It takes nothing any more then,
     * however slow somebody still is who wants to collect for it.
     */
    public Award drop(String payment) {
        if (payment(payment).filter(each -> each.stage() != Payment.Stage.COLLECTED).isPresent()) {
            return this;
        }
        return new Award(
                application,
                answer,
                receipts,
                payments.stream().filter(each -> !each.id().equals(payment)).toList(),
                Stream.concat(givenBack.stream(), Stream.of(payment))
                        .collect(Collectors.toUnmodifiableSet()),
                replacement);
    }

    /** The same once a payment is so far; a payment never goes back. */
    public Award reach(String payment, Payment.Stage stage, @Nullable String reason, Instant now) {
        return changed(
                payment,
                each -> each.stage().compareTo(stage) < 0 ? each.at(stage, reason, now) : each);
    }

    private Award changed(String payment, UnaryOperator<Payment> change) {
        return new Award(
                application,
                answer,
                receipts,
                payments.stream()
                        .map(each -> each.id().equals(payment) ? change.apply(each) : each)
                        .toList(),
                givenBack,
                replacement);
    }

    /** Why an award does not move as asked; its name in kebab case is the reason code. */
    public enum Refusal {
        /** Nothing is granted. */
        NOT_GRANTED,
        /** It was accepted before. */
        ALREADY_ACCEPTED,
        /** It was declined before. */
        ALREADY_DECLINED,
        /** Its decision is being replaced. */
        BEING_REVISED,
        /** The time for it has passed. */
        ACCEPTANCE_LATE,
        /** Something is paid, or about to be. */
        ALREADY_PAID,
        /** It is not paid afterwards, so nobody asks for receipts. */
        NOT_PAID_AFTERWARDS,
        /** They arrived after the last day for receipts. */
        RECEIPTS_LATE,
        /** The call asks for a report, and the receipts are approved with it. */
        BY_REPORT
    }

    /** What came of a move. */
    public sealed interface Answered {

        /** It is so now. */
        record As(Award award) implements Answered {}

        /** It stays as it was. */
        record Refused(Refusal reason) implements Answered {}
    }
}
