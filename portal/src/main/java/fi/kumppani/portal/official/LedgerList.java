package fi.kumppani.portal.official;

import fi.kumppani.portal.page.Columns;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries of a call's budget as a list. */
final class LedgerList {

    /** What an export tells; keys of words. */
    static final List<String> HEADINGS =
            List.of(
                    "work.ledger.number",
                    "work.ledger.at",
                    "work.ledger.what",
                    "work.ledger.amount",
                    "work.ledger.why");

    private static final Set<String> KINDS =
            Set.of(
                    "appropriated",
                    "raised",
                    "lowered",
                    "reserved",
                    "granted",
                    "released",
                    "paid",
                    "reversed",
                    "returned");

    private LedgerList() {}

    /** The oldest first. */
    static Columns<LedgerFacts.Entry> columns() {
        return Columns.by("number", Comparator.comparingLong(LedgerFacts.Entry::number))
                .or("kind", Comparator.comparing(LedgerList::kind))
                .or("amount", Comparator.comparing(LedgerFacts.Entry::amount));
    }

    /** What a file has of an entry: times as in ISO 8601, sums in euros. */
    static List<String> cells(LedgerFacts.Entry entry, UnaryOperator<String> words) {
        return List.of(
                Long.toString(entry.number()),
                entry.at().toString(),
                words.apply("work.ledger.kind." + kind(entry)),
                entry.amount().toPlainString(),
                why(entry));
    }

    /** A kind that there is a word for. */
    static String kind(LedgerFacts.Entry entry) {
        return KINDS.contains(entry.kind()) ? entry.kind() : "other";
    }

    /** Why the appropriation was stated anew, and where that was decided. */
    static String why(LedgerFacts.Entry entry) {
        return Stream.of(entry.reason(), entry.decidedIn())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
