package fi.kumppani.grants.loan;

import fi.kumppani.grants.deadline.WorkingDays;
import fi.kumppani.grants.scheme.Repayment;
import fi.kumppani.kit.money.Euros;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How a loan is paid back (takaisinmaksusuunnitelma): its parts by the call's terms, what came back
 * on each, the oldest first, and what is late.
 *
 * @param lent what was paid out
 * @param parts in the order they are due
 */
public record LoanPlan(Euros lent, List<Part> parts) {

    /** Copies the list. */
    public LoanPlan {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param number from 1
     * @param dueOn the day it is due, or the next working day
     * @param repaid what came back on it
     */
    public record Part(int number, LocalDate dueOn, Euros amount, Euros repaid) {

        /** What of it is still to come back. */
        public Euros left() {
            return amount.minus(repaid);
        }

        /** Whether its day has passed and something is still to come back. */
        public boolean isOverdue(LocalDate today) {
            return today.isAfter(dueOn) && left().cents() > 0;
        }
    }

    /**
     * The plan as it stands.
     *
     * @param returned what came back of it, at most what was lent
     */
    public static LoanPlan of(Repayment terms, Euros lent, Euros returned) {
        List<Part> parts = new ArrayList<>();
        Euros left = returned;
        if (lent.cents() > 0) {
            for (Repayment.Part planned : terms.plan(lent)) {
                Euros repaid = planned.amount().exceeds(left) ? left : planned.amount();
                parts.add(
                        new Part(
                                parts.size() + 1,
                                WorkingDays.onOrAfter(planned.on()),
                                planned.amount(),
                                repaid));
                left = left.minus(repaid);
            }
        }
        return new LoanPlan(lent, parts);
    }

    /** What of it is still to come back. */
    public Euros left() {
        return parts.stream().map(Part::left).reduce(Euros.ZERO, Euros::plus);
    }

    /** What of it should have come back by now and did not. */
    public Euros overdue(LocalDate today) {
        return parts.stream()
                .filter(part -> part.isOverdue(today))
                .map(Part::left)
                .reduce(Euros.ZERO, Euros::plus);
    }
}
