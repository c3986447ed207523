package fi.kumppani.grants.payment;

import fi.kumppani.grants.award.Receipts;
import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

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
