package fi.kumppani.grants.ledger.persistence;

import fi.kumppani.grants.ledger.Booking;
import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.ledger.Claim;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.EntryFilter;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.LedgerSums;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.OpenLedgers;
import fi.kumppani.grants.ledger.Operation;
import fi.kumppani.grants.ledger.Position;
import fi.kumppani.grants.ledger.Reservation;
import fi.kumppani.grants.ledger.Restatement;
import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.kit.journal.ChildCollection;
import fi.kumppani.kit.journal.Journal;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.journal.Turn;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.outbox.MessageTranslator;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * One journal for each ledger: all who want money of it at once are answered in order of arrival,
 * many in one write.
 */
@Component
class JournalLedgers implements Ledgers, OpenLedgers {

    private static final int PAGE = 200;

    private final LedgerBooks books;
    private final ChildCollection<RestatementDocument> restatements;
    private final Journal<LedgerDocument> journal;
    private final MessageTranslator<LedgerSums> translator;
    private final Clock clock;

    JournalLedgers(Journals journals, MessageTranslator<LedgerSums> translator, Clock clock) {
        this.books = new LedgerBooks(journals);
        this.restatements = journals.children("restatements", RestatementDocument.class);
        this.journal =
                journals.open(
                        "ledgers",
                        LedgerDocument.class,
                        Stream.concat(Stream.of(books.collections()), Stream.of(restatements))
                                .toArray(ChildCollection<?>[]::new));
        this.translator = translator;
        this.clock = clock;
    }

    @Override
    public void open(LedgerId id, Euros appropriation, BudgetLine line) {
        Insertion<LedgerDocument> _ =
                journal.insert(
                        id.value(),
                        null,
                        LedgerDocument.from(BudgetLedger.empty(line), 0),
                        new Opened(id.value()));
        Instant now = now();
        var _ = journal.move(id.value(), turn -> appropriate(turn, id, appropriation, now));
    }

    private boolean appropriate(
            Turn<LedgerDocument> turn, LedgerId id, Euros appropriation, Instant at) {
        BudgetLedger ledger = turn.state().toDomain();
        if (ledger.entries() > 0) {
            return false;
        }
        BudgetLedger next = ledger.appropriate(appropriation);
        var entry =
                new LedgerEntry(
                        next.entries(),
                        LedgerEntry.Kind.APPROPRIATED,
                        appropriation,
                        null,
                        null,
                        null,
                        at);
        keep(turn, id, next, entry);
        return true;
    }

    @Override
    public Optional<Restatement.Result> restate(LedgerId id, Restatement restatement) {
        Instant now = now();
        return journal.move(id.value(), turn -> restate(turn, id, restatement, now));
    }

    private Restatement.Result restate(
            Turn<LedgerDocument> turn, LedgerId id, Restatement restatement, Instant at) {
        var before = turn.child(restatements, restatement.id().value());
        if (before.isPresent()) {
            RestatementDocument made = before.get().body();
            return made.isOf(id.value(), restatement)
                    ? new Restatement.Result.Done(books.entry(turn::children, id, made.entry()))
                    : new Restatement.Result.KeyReused();
        }
        return switch (turn.state().toDomain().restate(restatement.appropriation())) {
            case BudgetLedger.Restated.Refused(var reason) ->
                    new Restatement.Result.Refused(reason);
            case BudgetLedger.Restated.Done(var kind, var difference, var next) -> {
                var entry =
                        new LedgerEntry(
                                next.entries(),
                                kind,
                                difference,
                                restatement.id(),
                                null,
                                restatement.basis(),
                                at);
                keep(turn, id, next, entry);
                turn.put(
                        restatements,
                        restatement.id().value(),
                        RestatementDocument.from(id.value(), restatement, entry.number()));
                yield new Restatement.Result.Done(entry);
            }
        };
    }

    private void keep(
            Turn<LedgerDocument> turn, LedgerId id, BudgetLedger next, LedgerEntry entry) {
        turn.set(
                LedgerDocument.from(next, turn.state().lastUnposted()),
                translator.announce(new LedgerSums(id, next)).toArray(OutboundMessage[]::new));
        books.enter(turn, id, entry);
    }

    @Override
    public Optional<BudgetLedger> find(LedgerId id) {
        return journal.find(id.value()).map(found -> found.body().toDomain());
    }

    @Override
    public Optional<Position> position(LedgerId id, String claimant) {
        return journal.find(id.value()).map(found -> books.position(id, found.body(), claimant));
    }

    @Override
    public Map<DecisionId, Reservation> reserve(LedgerId id, List<Claim> claims) {
        List<BudgetLedger.Booked> booked =
                move(id, claims.stream().map(Operation::reserve).toList());
        Map<DecisionId, Reservation> answers = new LinkedHashMap<>();
        for (int i = 0; i < booked.size(); i++) {
            DecisionId decision = claims.get(i).decision();
            answers.put(decision, booked.get(i).position().reservation(decision).orElseThrow());
        }
        return answers;
    }

    @Override
    public void grant(LedgerId id, Collection<Claim> claims) {
        var _ = move(id, claims.stream().map(Operation::grant).toList());
    }

    @Override
    public List<Booking> book(LedgerId id, List<Operation> operations) {
        return move(id, operations).stream().map(BudgetLedger.Booked::booking).toList();
    }

    private List<BudgetLedger.Booked> move(LedgerId id, List<Operation> operations) {
        return journal.move(id.value(), new BookingMove(id, operations, books, translator, now()))
                .orElseThrow(() -> new IllegalStateException("There is no ledger " + id));
    }

    @Override
    public List<LedgerEntry> entries(LedgerId id, EntryFilter filter, long after, int limit) {
        return journal.find(id.value())
                .map(found -> books.entries(id, found.body(), filter, after, limit))
                .orElseGet(List::of);
    }

    /** As exactly as it is kept, so that who asks again is answered the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void forEach(BiConsumer<LedgerId, BudgetLedger> work) {
        String after = "";
        List<Located> page;
        do {
            page = journal.locate(LedgerDocument.HOLDING, true, after, PAGE);
            for (Located each : page) {
                Tenancy.runIn(each.municipality(), () -> show(each.id(), work));
            }
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE);
    }

    private void show(String id, BiConsumer<LedgerId, BudgetLedger> work) {
        journal.find(id)
                .map(Stored::body)
                .ifPresent(found -> work.accept(new LedgerId(id), found.toDomain()));
    }

    /** The first line of a ledger's journal. */
    record Opened(String ledger) {}
}
