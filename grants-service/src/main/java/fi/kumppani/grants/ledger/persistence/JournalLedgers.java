package fi.kumppani.grants.ledger.persistence;

import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.ledger.Claim;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.grants.ledger.OpenLedgers;
import fi.kumppani.grants.ledger.Reservation;
import fi.kumppani.kit.journal.Child;
import fi.kumppani.kit.journal.ChildCollection;
import fi.kumppani.kit.journal.ChildKey;
import fi.kumppani.kit.journal.Journal;
import fi.kumppani.kit.journal.Journals;
import fi.kumppani.kit.journal.Move;
import fi.kumppani.kit.journal.Turn;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Located;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

/**
 * One journal for each ledger: all who want money of it at once are answered in order of arrival,
 * many in one write.
 */
@Component
class JournalLedgers implements Ledgers, OpenLedgers {

    private static final int PAGE = 200;

    private final ChildCollection<ReservationDocument> reservations;
    private final ChildCollection<EntryDocument> entries;
    private final Journal<LedgerDocument> journal;
    private final Clock clock;

    JournalLedgers(Journals journals, Clock clock) {
        this.reservations = journals.children("reservations", ReservationDocument.class);
        this.entries = journals.children("ledgerEntries", EntryDocument.class);
        this.journal =
                journals.open("ledgers", LedgerDocument.class, this.reservations, this.entries);
        this.clock = clock;
    }

    @Override
    public void open(LedgerId id, Euros appropriation) {
        Insertion<LedgerDocument> _ =
                journal.insert(
                        id.value(),
                        null,
                        LedgerDocument.from(BudgetLedger.empty()),
                        new Opened(id.value()));
        Instant now = clock.instant();
        var _ = journal.move(id.value(), turn -> appropriate(turn, id, appropriation, now));
    }

    private boolean appropriate(
            Turn<LedgerDocument> turn, LedgerId id, Euros appropriation, Instant at) {
        BudgetLedger ledger = turn.state().toDomain();
        if (ledger.entries() > 0) {
            return false;
        }
        turn.set(LedgerDocument.from(ledger.appropriate(appropriation)));
        var entry =
                new LedgerEntry(1, LedgerEntry.Kind.APPROPRIATED, appropriation, null, null, at);
        turn.put(entries, entryId(id, 1), EntryDocument.from(entry));
        return true;
    }

    @Override
    public Optional<BudgetLedger> find(LedgerId id) {
        return journal.find(id.value()).map(found -> found.body().toDomain());
    }

    @Override
    public Map<DecisionId, Reservation> reserve(LedgerId id, List<Claim> claims) {
        return journal.move(id.value(), new Reserving(id, claims, clock.instant()))
                .orElseThrow(() -> new IllegalStateException("There is no ledger " + id));
    }

    @Override
    public void grant(LedgerId id, Collection<DecisionId> decisions) {
        var _ =
                journal.move(id.value(), new Granting(id, List.copyOf(decisions), clock.instant()))
                        .orElseThrow(() -> new IllegalStateException("There is no ledger " + id));
    }

    @Override
    public List<LedgerEntry> entries(LedgerId id, long after, int limit) {
        List<String> wanted =
                LongStream.rangeClosed(after + 1, after + limit)
                        .mapToObj(number -> entryId(id, number))
                        .toList();
        Map<String, Child<EntryDocument>> found = entries.findAll(wanted);
        return wanted.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(child -> child.body().toDomain())
                .toList();
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

    private List<ChildKey<?>> keys(Collection<DecisionId> decisions) {
        return decisions.stream()
                .<ChildKey<?>>map(decision -> new ChildKey<>(reservations, decision.value()))
                .toList();
    }

    private Optional<Reservation> reservation(Turn<LedgerDocument> turn, DecisionId decision) {
        return turn.child(reservations, decision.value())
                .map(child -> child.body().toDomain(child.id()));
    }

    private void put(Turn<LedgerDocument> turn, LedgerId ledger, Reservation reservation) {
        turn.put(
                reservations,
                reservation.claim().decision().value(),
                ReservationDocument.from(ledger.value(), reservation));
    }

    private void enter(
            Turn<LedgerDocument> turn,
            LedgerId ledger,
            long number,
            LedgerEntry.Kind kind,
            Claim claim,
            Instant at) {
        var entry =
                new LedgerEntry(
                        number, kind, claim.amount(), claim.decision(), claim.claimant(), at);
        turn.put(entries, entryId(ledger, number), EntryDocument.from(entry));
    }

    private static String entryId(LedgerId ledger, long number) {
        return ledger + ":" + number;
    }

    /** The first line of a ledger's journal. */
    record Opened(String ledger) {}

    private final class Reserving implements Move<LedgerDocument, Map<DecisionId, Reservation>> {

        private final LedgerId ledger;
        private final List<Claim> claims;
        private final Instant at;

        private Reserving(LedgerId ledger, List<Claim> claims, Instant at) {
            this.ledger = ledger;
            this.claims = List.copyOf(claims);
            this.at = at;
        }

        @Override
        public List<ChildKey<?>> reads() {
            return keys(claims.stream().map(Claim::decision).toList());
        }

        @Override
        public Map<DecisionId, Reservation> decide(Turn<LedgerDocument> turn) {
            Map<DecisionId, Reservation> answers = new LinkedHashMap<>();
            for (Claim claim : claims) {
                answers.put(claim.decision(), answer(turn, claim));
            }
            return answers;
        }

        private Reservation answer(Turn<LedgerDocument> turn, Claim claim) {
            Optional<Reservation> before = reservation(turn, claim.decision());
            if (before.isPresent()) {
                if (!before.get().claim().equals(claim)) {
                    throw new IllegalStateException(
                            "Decision " + claim.decision() + " claimed something else before");
                }
                return before.get();
            }
            BudgetLedger.Answer answer = turn.state().toDomain().reserve(claim);
            if (answer.reservation() instanceof Reservation.Open) {
                turn.set(LedgerDocument.from(answer.ledger()));
                enter(
                        turn,
                        ledger,
                        answer.ledger().entries(),
                        LedgerEntry.Kind.RESERVED,
                        claim,
                        at);
            }
            put(turn, ledger, answer.reservation());
            return answer.reservation();
        }
    }

    private final class Granting implements Move<LedgerDocument, Integer> {

        private final LedgerId ledger;
        private final List<DecisionId> decisions;
        private final Instant at;

        private Granting(LedgerId ledger, List<DecisionId> decisions, Instant at) {
            this.ledger = ledger;
            this.decisions = decisions;
            this.at = at;
        }

        @Override
        public List<ChildKey<?>> reads() {
            return keys(decisions);
        }

        @Override
        public Integer decide(Turn<LedgerDocument> turn) {
            int granted = 0;
            for (DecisionId decision : decisions) {
                if (reservation(turn, decision).orElse(null) instanceof Reservation.Open open) {
                    BudgetLedger.Answer answer = turn.state().toDomain().grant(open);
                    turn.set(LedgerDocument.from(answer.ledger()));
                    enter(
                            turn,
                            ledger,
                            answer.ledger().entries(),
                            LedgerEntry.Kind.GRANTED,
                            open.claim(),
                            at);
                    put(turn, ledger, answer.reservation());
                    granted++;
                }
            }
            return granted;
        }
    }
}
