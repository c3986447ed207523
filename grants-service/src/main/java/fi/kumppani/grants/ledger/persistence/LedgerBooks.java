package fi.kumppani.grants.ledger.persistence;

import fi.kumppani.grants.ledger.Booking;
import fi.kumppani.grants.ledger.EntryFilter;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.grants.ledger.Position;
import fi.kumppani.kit.journal.Child;
import fi.kumppani.kit.journal.ChildCollection;
import fi.kumppani.kit.journal.ChildKey;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.journal.Turn;
import fi.kumppani.kit.money.Euros;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The entries of ledgers, and what each claimant has of them. */
final class LedgerBooks {

    private static final int PAGE = 200;

    private final ChildCollection<EntryDocument> entries;
    private final ChildCollection<PositionDocument> positions;
    private final ChildCollection<ReservationDocument> earlierAnswers;

    LedgerBooks(Journals journals) {
        this.entries = journals.children("ledgerEntries", EntryDocument.class);
        this.positions = journals.children("ledgerPositions", PositionDocument.class);
        this.earlierAnswers = journals.children("reservations", ReservationDocument.class);
    }

    ChildCollection<?>[] collections() {
        return new ChildCollection<?>[] {entries, positions, earlierAnswers};
    }

    /** How children are read: within a turn as it left them, else as they are kept. */
    @FunctionalInterface
    interface Reading {
        <C> Map<String, Child<C>> children(ChildCollection<C> from, Collection<String> ids);
    }

    ChildKey<?> positionKey(LedgerId ledger, String claimant) {
        return new ChildKey<>(positions, positionId(ledger, claimant));
    }

    /** What a claimant has, as it is kept. */
    Position position(LedgerId ledger, LedgerDocument sums, String claimant) {
        return position(this::kept, ledger, sums, claimant);
    }

    /**
     * What a claimant has; found in the entries when nothing was asked since positions are kept.
     */
    Position position(Reading reading, LedgerId ledger, LedgerDocument sums, String claimant) {
        String id = positionId(ledger, claimant);
        Child<PositionDocument> kept = reading.children(positions, List.of(id)).get(id);
        return kept == null
                ? positionFromEntries(reading, ledger, sums, claimant)
                : kept.body().toDomain();
    }

    private Position positionFromEntries(
            Reading reading, LedgerId ledger, LedgerDocument sums, String claimant) {
        Position position = Position.of(claimant);
        var filter = new EntryFilter(null, claimant);
        LongStream earlier = LongStream.rangeClosed(1, sums.lastUnposted());
        for (LedgerEntry entry : entries(reading, ledger, earlier, filter, Integer.MAX_VALUE)) {
            position =
                    position.with(
                            new Booking(
                                    entry.kind(),
                                    Objects.requireNonNull(entry.operation()),
                                    entry.amount(),
                                    entry.number()));
        }
        return position;
    }

    /** The same position, knowing how a decision was refused before positions were kept. */
    Position withEarlierRefusal(
            Reading reading, LedgerDocument sums, Position position, OperationId decision) {
        if (sums.lastUnposted() == 0
                || position.answer(LedgerEntry.Kind.RESERVED, decision).isPresent()) {
            return position;
        }
        String id = decision.value();
        Child<ReservationDocument> answered = reading.children(earlierAnswers, List.of(id)).get(id);
        return answered != null && answered.body().isRefused()
                ? position.with(
                        new Booking(
                                LedgerEntry.Kind.RESERVED,
                                decision,
                                new Euros(answered.body().cents()),
                                null))
                : position;
    }

    void put(Turn<LedgerDocument> turn, LedgerId ledger, Position position) {
        turn.put(
                positions,
                positionId(ledger, position.claimant()),
                PositionDocument.from(position));
    }

    void enter(Turn<LedgerDocument> turn, LedgerId ledger, LedgerEntry entry) {
        turn.make(entries, entryId(ledger, entry.number()), EntryDocument.from(entry));
    }

    LedgerEntry entry(Reading reading, LedgerId ledger, long number) {
        String id = entryId(ledger, number);
        return Objects.requireNonNull(reading.children(entries, List.of(id)).get(id))
                .body()
                .toDomain();
    }

    /** The entries that match, behind a number, at most so many. */
    List<LedgerEntry> entries(
            LedgerId ledger, LedgerDocument sums, EntryFilter filter, long after, int limit) {
        return entries(this::kept, ledger, numbers(ledger, sums, filter, after), filter, limit);
    }

    /** Where they can be: a claimant's are known by number, all others are looked through. */
    private LongStream numbers(
            LedgerId ledger, LedgerDocument sums, EntryFilter filter, long after) {
        String claimant = filter.claimant();
        LongStream all =
                claimant == null
                        ? LongStream.rangeClosed(after + 1, sums.entries())
                        : position(this::kept, ledger, sums, claimant).entries().stream()
                                .mapToLong(Long::longValue);
        return all.filter(number -> number > after);
    }

    private List<LedgerEntry> entries(
            Reading reading, LedgerId ledger, LongStream numbers, EntryFilter filter, int limit) {
        List<LedgerEntry> found = new ArrayList<>();
        List<String> page = new ArrayList<>();
        var next = numbers.iterator();
        while (next.hasNext() && found.size() < limit) {
            page.add(entryId(ledger, next.nextLong()));
            if (page.size() == Math.min(PAGE, limit) || !next.hasNext()) {
                Map<String, Child<EntryDocument>> read = reading.children(entries, page);
                Stream<LedgerEntry> matching =
                        page.stream()
                                .map(read::get)
                                .filter(Objects::nonNull)
                                .map(child -> child.body().toDomain())
                                .filter(filter::matches);
                found.addAll(matching.limit(limit - found.size()).toList());
                page.clear();
            }
        }
        return found;
    }

    private <C> Map<String, Child<C>> kept(ChildCollection<C> from, Collection<String> ids) {
        return from.findAll(ids);
    }

    private static String entryId(LedgerId ledger, long number) {
        return ledger + ":" + number;
    }

    private static String positionId(LedgerId ledger, String claimant) {
        return ledger + ":" + claimant;
    }
}
