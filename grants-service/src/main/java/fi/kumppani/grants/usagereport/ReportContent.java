package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.kit.money.Euros;

import java.util.List;

/**
 * What a report tells.
 *
 * @param costs what the money went to, by kind; each kind once
 * @param receipts the costs one by one
 * @param figures what came of it in numbers
 * @param text what came of it in words; may tell of people, so it is kept encrypted
 */
public record ReportContent(
        List<CostShare> costs, List<CostReceipt> receipts, Figures figures, String text) {

    /** The most receipts. */
    public static final int MOST_RECEIPTS = 300;

    /** The most characters of the text. */
    public static final int MOST_CHARACTERS = 10_000;

    /** Nothing is written yet. */
    public static final ReportContent EMPTY =
            new ReportContent(List.of(), List.of(), Figures.UNTOLD, "");

    /** Copies the lists. */
    public ReportContent {
        costs = List.copyOf(costs);
        receipts = List.copyOf(receipts);
    }

    /** The same without words and files: sums and figures. */
    ReportContent withoutWords() {
        return new ReportContent(
                costs,
                receipts.stream()
                        .map(
                                each ->
                                        new CostReceipt(
                                                each.category(),
                                                each.paidOn(),
                                                each.amount(),
                                                "",
                                                null))
                        .toList(),
                figures,
                "");
    }

    /** What was used in all. */
    public Euros used() {
        return costs.stream().map(CostShare::amount).reduce(Euros.ZERO, Euros::plus);
    }

    /** What the receipts that have a file show in all. */
    public Euros shown() {
        return receipts.stream()
                .filter(each -> each.file() != null)
                .map(CostReceipt::amount)
                .reduce(Euros.ZERO, Euros::plus);
    }

    /** Says nothing of the text, so that no log does. */
    @Override
    public String toString() {
        return "ReportContent[]";
    }
}
