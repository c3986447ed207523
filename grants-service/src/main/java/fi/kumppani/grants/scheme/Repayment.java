package fi.kumppani.grants.scheme;

import fi.kumppani.kit.money.Euros;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How a loan is paid back (takaisinmaksusuunnitelma): in equal parts, the last one taking the cents
 * that do not divide.
 *
 * @param firstOn the day the first part is due
 * @param parts how many there are, 1 to 120
 * @param everyMonths how many months lie between two, 1 to 12
 */
public record Repayment(LocalDate firstOn, int parts, int everyMonths) {

    static final int MOST_PARTS = 120;
    static final int MOST_MONTHS = 12;

    /**
     * One part.
     *
     * @param on the day it is due; that it may not be a working day is for who collects it
     * @param amount what is due
     */
    public record Part(LocalDate on, Euros amount) {}

    boolean isSound() {
        return parts >= 1 && parts <= MOST_PARTS && everyMonths >= 1 && everyMonths <= MOST_MONTHS;
    }

    /** The parts of a loan of this amount; together exactly the amount. */
    public List<Part> plan(Euros loan) {
        long each = loan.cents() / parts;
        List<Part> plan = new ArrayList<>(parts);
        for (int number = 0; number < parts; number++) {
            boolean last = number == parts - 1;
            plan.add(
                    new Part(
                            firstOn.plusMonths((long) number * everyMonths),
                            new Euros(last ? loan.cents() - each * (parts - 1) : each)));
        }
        return plan;
    }
}
