package fi.kumppani.portal.paywork;

import fi.kumppani.portal.page.Columns;
import fi.kumppani.portal.page.Filters;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The instalments of a call as a list. */
final class PayableList {

    /** The states by which the list is filtered; the first means all. */
    static final List<String> FILTERS =
            List.of("all", "due", "held", "collected", "paid", "confirmed", "rejected");

    /** What an export tells; keys of words. */
    static final List<String> HEADINGS =
            List.of(
                    "decision.number",
                    "work.batch.instalment",
                    "work.ledger.amount",
                    "work.compared.state",
                    "paying.list.holds");

    private PayableList() {}

    /** By application, the first instalment first. */
    static Columns<PayableFacts> columns() {
        Comparator<PayableFacts> byNumber =
                Comparator.comparing(PayableFacts::diaryNumber)
                        .thenComparingInt(PayableFacts::instalment);
        return Columns.by("number", byNumber)
                .or("instalment", Comparator.comparingInt(PayableFacts::instalment))
                .or("amount", Comparator.comparing(PayableFacts::amount))
                .or(
                        "state",
                        Comparator.comparingInt((PayableFacts each) -> FILTERS.indexOf(state(each)))
                                .thenComparing(byNumber));
    }

    /** One of {@link #FILTERS}. */
    static String filter(String state) {
        return Filters.known(FILTERS, state);
    }

    static List<PayableFacts> passing(List<PayableFacts> all, String filter) {
        return Filters.passing(FILTERS, filter, all, each -> filter.equals(state(each)));
    }

    /** What a file has of an instalment: sums in euros. */
    static List<String> cells(PayableFacts facts, UnaryOperator<String> words) {
        return List.of(
                facts.diaryNumber(),
                Integer.toString(facts.instalment()),
                facts.amount().toPlainString(),
                words.apply("paying.list.state." + state(facts)),
                facts.knownHolds().stream()
                        .map("paying.hold."::concat)
                        .map(words)
                        .collect(Collectors.joining(", ")));
    }

    private static String state(PayableFacts facts) {
        String payment = facts.knownPayment();
        return facts.isDue() ? "due" : payment == null ? "held" : payment;
    }
}
