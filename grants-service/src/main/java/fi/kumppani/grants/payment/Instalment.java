package fi.kumppani.grants.payment;

import fi.kumppani.grants.award.Payment;
import fi.kumppani.grants.award.Receipts;
import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A part of a grant that is paid at once (maksuerä).
 *
 * @param number from 1
 * @param amount how much
 */
public record Instalment(int number, Euros amount) {

    private static final int WHOLE = 100;

    /**
     * The parts of a grant, together never more than it. The last takes the cents that do not
     * divide; what is paid afterwards is at most what the receipts show.
     *
     * @param receipts null before they were looked through
     */
    public static List<Instalment> plan(
            PaymentTerms terms, Euros granted, @Nullable Receipts receipts) {
        return switch (terms) {
            case PaymentTerms.InAdvance _, PaymentTerms.AsLoan _ ->
                    List.of(new Instalment(1, granted));
            case PaymentTerms.Afterwards _ ->
                    List.of(
                            new Instalment(
                                    1,
                                    receipts != null && granted.exceeds(receipts.costs())
                                            ? receipts.costs()
                                            : granted));
            case PaymentTerms.InInstalments(var percents, _) -> shares(percents, granted);
        };
    }

    /**
     * The parts as they are when some are paid and the grant was changed since: what is paid stays
     * as it was, the others share what is left of the grant, and what is left over then is a part
     * of its own.
     *
     * @param paid payments that nobody can take back from here
     * @param planned the parts if nothing were paid
     */
    static List<Instalment> besides(List<Payment> paid, List<Instalment> planned) {
        Map<Integer, Euros> parts = new TreeMap<>();
        paid.forEach(each -> parts.put(each.instalment(), each.amount()));
        Euros left =
                left(sum(planned.stream().map(Instalment::amount)), sum(parts.values().stream()));
        for (Instalment part : planned) {
            if (!parts.containsKey(part.number())) {
                Euros amount = part.amount().exceeds(left) ? left : part.amount();
                parts.put(part.number(), amount);
                left = left.minus(amount);
            }
        }
        if (left.cents() > 0) {
            parts.put(Collections.max(parts.keySet()) + 1, left);
        }
        return parts.entrySet().stream()
                .map(each -> new Instalment(each.getKey(), each.getValue()))
                .toList();
    }

    private static Euros left(Euros granted, Euros paid) {
        return paid.exceeds(granted) ? Euros.ZERO : granted.minus(paid);
    }

    private static Euros sum(Stream<Euros> amounts) {
        return amounts.reduce(Euros.ZERO, Euros::plus);
    }

    private static List<Instalment> shares(List<Integer> percents, Euros granted) {
        List<Instalment> parts = new ArrayList<>();
        Euros rest = granted;
        for (int i = 0; i < percents.size(); i++) {
            boolean last = i == percents.size() - 1;
            Euros amount = last ? rest : new Euros(granted.cents() * percents.get(i) / WHOLE);
            parts.add(new Instalment(i + 1, amount));
            rest = rest.minus(amount);
        }
        return parts;
    }
}
