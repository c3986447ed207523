package fi.kumppani.grants.reconciliation.web;

import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.Language;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The report as a table: a row for each figure, so that a spreadsheet adds up what it wants. */
final class ReconciliationTable {

    /** What each column is. */
    static final List<String> HEADINGS =
            List.of(
                    "month",
                    "callId",
                    "title",
                    "account",
                    "serviceClass",
                    "row",
                    "kind",
                    "count",
                    "amount",
                    "elsewhere",
                    "batchId",
                    "sentAt",
                    "applicationId",
                    "about");

    private final String month;
    private final CallMonthView books;
    private final Consumer<List<String>> writer;

    private ReconciliationTable(String month, CallMonthView books, Consumer<List<String>> writer) {
        this.month = month;
        this.books = books;
        this.writer = writer;
    }

    /** Writes the rows of one call. */
    static void write(String month, CallMonthView books, Consumer<List<String>> writer) {
        new ReconciliationTable(month, books, writer).write();
    }

    private void write() {
        sums("opening", books.opening());
        for (CallMonthView.MovementView each : books.movements()) {
            row("movement", each.kind(), each.count(), each.amount(), "", "", "", "", "");
        }
        sums("closing", books.closing());
        for (CallMonthView.BatchView each : books.batches()) {
            part(each, "all", each.all().count(), each.all().amount());
            part(each, "confirmed", each.confirmed().count(), each.confirmed().amount());
            part(each, "rejected", each.rejected().count(), each.rejected().amount());
            part(each, "unanswered", each.unanswered().count(), each.unanswered().amount());
        }
        for (CallMonthView.DifferenceView each : books.differences()) {
            row(
                    "difference",
                    each.kind(),
                    "",
                    each.inLedger(),
                    each.elsewhere(),
                    "",
                    "",
                    Objects.toString(each.applicationId(), ""),
                    Objects.toString(each.about(), ""));
        }
    }

    private void sums(String row, CallMonthView.Sums sums) {
        sum(row, "appropriation", sums.appropriation());
        sum(row, "available", sums.available());
        sum(row, "reserved", sums.reserved());
        sum(row, "granted", sums.granted());
        sum(row, "paid", sums.paid());
        sum(row, "returned", sums.returned());
    }

    private void sum(String row, String account, Euros amount) {
        row(row, account, "", amount, "", "", "", "", "");
    }

    private void part(CallMonthView.BatchView batch, String kind, int count, Euros amount) {
        row("batch", kind, count, amount, "", batch.batchId(), batch.sentAt(), "", "");
    }

    private void row(Object... cells) {
        writer.accept(
                Stream.concat(
                                Stream.of(
                                        month,
                                        books.callId(),
                                        books.title().in(Language.FI).text(),
                                        Objects.toString(books.account(), ""),
                                        Objects.toString(books.serviceClass(), "")),
                                Stream.of(cells).map(String::valueOf))
                        .toList());
    }
}
