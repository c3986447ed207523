package fi.kumppani.grants.history;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.Applicants;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.GrantCalls;
import fi.kumppani.grants.diary.Arrival;
import fi.kumppani.grants.diary.Diaries;
import fi.kumppani.grants.diary.DiaryEntry;
import fi.kumppani.grants.diary.DiaryNumber;
import fi.kumppani.grants.grantapplication.ApplicantYears;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.Filing;
import fi.kumppani.grants.grantapplication.FinishDecision;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplication.Deliberation;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.Happening;
import fi.kumppani.grants.grantapplication.Move;
import fi.kumppani.grants.grantapplication.Receipt;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.ledger.DecisionId;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes past calls and decisions over, through the same ledger as new ones, so that what was
 * granted stays within what was appropriated. The same rows again change nothing, and finish what a
 * crash left.
 */
@Service
public class ImportGrantHistory {

    /** The most decisions that go through diary and ledger in one write each. */
    private static final int BATCH = 64;

    private final GrantCalls calls;
    private final GrantApplications applications;
    private final Applicants applicants;
    private final Diaries diaries;
    private final Ledgers ledgers;
    private final ApplicantYears years;
    private final FinishDecision finishDecision;
    private final Ids ids;
    private final Clock clock;

    ImportGrantHistory(
            GrantCalls calls,
            GrantApplications applications,
            Applicants applicants,
            Diaries diaries,
            Ledgers ledgers,
            ApplicantYears years,
            FinishDecision finishDecision,
            Ids ids,
            Clock clock) {
        this.calls = calls;
        this.applications = applications;
        this.applicants = applicants;
        this.diaries = diaries;
        this.ledgers = ledgers;
        this.years = years;
        this.finishDecision = finishDecision;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes a past call over; its ledger is opened before anybody can know of it. */
    public ImportedRow take(PastCall past) {
        Optional<GrantCall.Published> before = calls.imported(past.key());
        CallId id = before.map(GrantCall.Published::id).orElseGet(() -> new CallId(ids.next()));
        if (before.isEmpty()) {
            ledgers.open(
                    new LedgerId(id.value()),
                    past.terms().budget(),
                    past.terms().scheme().budgetLine());
        }
        var call =
                new GrantCall.Published(
                        id, past.terms(), past.terms().window().opensAt(), past.key());
        var creation = new Creation(rowKey("call", past.key()), past.contentHash());
        return switch (calls.add(call, creation)) {
            case Insertion.Inserted<GrantCall>(var stored) ->
                    new ImportedRow.Imported(stored.id(), null);
            case Insertion.Repeated<GrantCall>(var stored) ->
                    new ImportedRow.Unchanged(stored.id(), null);
            case Insertion.KeyReused<GrantCall> _, Insertion.Taken<GrantCall> _ ->
                    new ImportedRow.Refused(ImportedRow.Reason.KEY_REUSED);
        };
    }

    /**
     * Takes past decisions over.
     *
     * @param decidedBy who imports, as the identity provider's opaque {@code sub}
     * @return what became of each, by key
     */
    public Map<String, ImportedRow> take(List<PastDecision> decisions, String decidedBy) {
        Map<String, ImportedRow> results = new HashMap<>();
        Map<AssociationId, Applicant> known =
                applicants.findAll(
                        decisions.stream().map(PastDecision::association).distinct().toList());
        Map<String, List<PastDecision>> byCall = new LinkedHashMap<>();
        for (PastDecision decision : decisions) {
            if (known.containsKey(decision.association())) {
                byCall.computeIfAbsent(decision.callKey(), _ -> new ArrayList<>()).add(decision);
            } else {
                results.put(decision.key(), refused(ImportedRow.Reason.ASSOCIATION_UNKNOWN));
            }
        }
        byCall.forEach(
                (key, rows) ->
                        calls.imported(key)
                                .ifPresentOrElse(
                                        call -> take(call, rows, decidedBy, results),
                                        () ->
                                                rows.forEach(
                                                        row ->
                                                                results.put(
                                                                        row.key(),
                                                                        refused(
                                                                                ImportedRow.Reason
                                                                                        .CALL_UNKNOWN)))));
        return results;
    }

    private void take(
            GrantCall.Published call,
            List<PastDecision> rows,
            String decidedBy,
            Map<String, ImportedRow> results) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            var batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            results.putAll(new Batch(call, decidedBy).take(batch));
        }
    }

    private static ImportedRow refused(ImportedRow.Reason reason) {
        return new ImportedRow.Refused(reason);
    }

    private static String rowKey(String kind, String key) {
        return "grants.import." + kind + ":" + Tenancy.current() + ":" + key;
    }

    /** Decisions of one call that go through its ledger together. */
    private final class Batch {

        private final GrantCall.Published call;
        private final LedgerId ledger;
        private final String decidedBy;
        private final Map<String, ImportedRow> results = new HashMap<>();
        private final Map<String, GrantApplication.Deciding> underWay = new LinkedHashMap<>();
        private final List<GrantApplication> kept = new ArrayList<>();
        private Euros available;

        private Batch(GrantCall.Published call, String decidedBy) {
            this.call = call;
            this.ledger = new LedgerId(call.id().value());
            this.decidedBy = decidedBy;
            this.available = ledgers.find(ledger).map(BudgetLedger::available).orElse(Euros.ZERO);
        }

        private Map<String, ImportedRow> take(List<PastDecision> rows) {
            Map<String, DiaryEntry> numbers = enter(rows);
            Map<ApplicationId, Stored<GrantApplication>> before =
                    applications.findAll(
                            numbers.values().stream()
                                    .map(entry -> new ApplicationId(entry.applicationId()))
                                    .toList());
            for (PastDecision row : rows) {
                DiaryEntry entry = Objects.requireNonNull(numbers.get(row.key()));
                boolean isNew = !before.containsKey(new ApplicationId(entry.applicationId()));
                keep(row, entry, isNew);
            }
            years.remember(kept, call.terms().scheme().kind(), clock.instant());
            finish();
            return results;
        }

        private Map<String, DiaryEntry> enter(List<PastDecision> rows) {
            Map<String, String> keys = new LinkedHashMap<>();
            rows.forEach(row -> keys.put("import:" + row.key(), row.key()));
            Map<String, DiaryEntry> byRow = new HashMap<>();
            diaries.enter(
                            call.terms().year(),
                            keys.keySet().stream()
                                    .map(key -> new Arrival(key, call.id().value(), ids.next()))
                                    .toList())
                    .forEach(
                            (key, entry) ->
                                    byRow.put(Objects.requireNonNull(keys.get(key)), entry));
            return byRow;
        }

        private void keep(PastDecision row, DiaryEntry entry, boolean isNew) {
            Creation creation = new Creation(rowKey("decision", row.key()), row.contentHash());
            GrantApplication.Submitted submitted = submitted(row, entry);
            switch (decide(submitted, row, creation)) {
                case Deliberation.Refused(var reason) ->
                        results.put(row.key(), refused(reasonOf(reason)));
                case Deliberation.Made(var decided) ->
                        add(row, decided, List.of(new Happening.Ended(decided)), creation);
                case Deliberation.Begun(var deciding) -> {
                    Euros amount = deciding.decision().granted();
                    if (isNew && amount.exceeds(available)) {
                        results.put(row.key(), refused(ImportedRow.Reason.BUDGET_EXCEEDED));
                    } else {
                        available = isNew ? available.minus(amount) : available;
                        add(row, deciding, List.of(), creation);
                    }
                }
            }
        }

        private GrantApplication.Submitted submitted(PastDecision row, DiaryEntry entry) {
            var filing =
                    new Filing(
                            new ApplicationId(entry.applicationId()),
                            call.id(),
                            call.terms().year(),
                            row.association(),
                            true);
            var receipt =
                    new Receipt(
                            entry.number(),
                            row.decidedOn().atStartOfDay(FinnishTime.ZONE).toInstant());
            return new GrantApplication.Submitted(filing, row.proposal(), receipt);
        }

        private Deliberation decide(
                GrantApplication.Submitted submitted, PastDecision row, Creation creation) {
            var request =
                    new DecisionRequest(
                            row.verdict(),
                            DecisionMaker.SOME_OFFICIAL,
                            decidedBy,
                            row.decidedOn(),
                            creation);
            return submitted.decide(new DecisionId(ids.next()), request, call.terms());
        }

        private void add(
                PastDecision row,
                GrantApplication application,
                List<Happening> happenings,
                Creation creation) {
            switch (applications.add(application, happenings, creation)) {
                case Insertion.Inserted<GrantApplication>(var stored) ->
                        kept(row, stored.body(), creation, true);
                case Insertion.Repeated<GrantApplication>(var stored) ->
                        kept(row, stored.body(), creation, false);
                case Insertion.KeyReused<GrantApplication> _ ->
                        results.put(row.key(), refused(ImportedRow.Reason.KEY_REUSED));
                case Insertion.Taken<GrantApplication>(var field) ->
                        throw new IllegalStateException("Applications share nothing: " + field);
            }
        }

        private void kept(
                PastDecision row,
                GrantApplication application,
                Creation creation,
                boolean inserted) {
            kept.add(application);
            switch (application) {
                case GrantApplication.Decided decided ->
                        results.put(row.key(), done(inserted, decided.filing(), decided.receipt()));
                case GrantApplication.Deciding deciding -> underWay.put(row.key(), deciding);
                case GrantApplication.Submitted left -> again(row, left, creation);
                case GrantApplication.Draft _,
                        GrantApplication.Supplementing _,
                        GrantApplication.Withdrawn _,
                        GrantApplication.Transferred _,
                        GrantApplication.Revising _ ->
                        throw new IllegalStateException("History is never under way");
            }
        }

        /** An earlier attempt found the budget spent; this is another one. */
        private void again(PastDecision row, GrantApplication.Submitted left, Creation creation) {
            var next =
                    applications.change(
                            left.filing().id(),
                            OptionalLong.empty(),
                            stored ->
                                    stored.body() instanceof GrantApplication.Submitted submitted
                                                    && decide(submitted, row, creation)
                                                            instanceof
                                                            Deliberation.Begun(var deciding)
                                            ? Move.keep(deciding, Optional.of(deciding))
                                            : Move.stay(
                                                    Optional.<GrantApplication.Deciding>empty()));
            next.flatMap(found -> found)
                    .ifPresentOrElse(
                            deciding -> underWay.put(row.key(), deciding),
                            () ->
                                    results.put(
                                            row.key(),
                                            refused(ImportedRow.Reason.BUDGET_EXCEEDED)));
        }

        private void finish() {
            if (underWay.isEmpty()) {
                return;
            }
            Map<DecisionId, Boolean> held = finishDecision.finishAll(ledger, underWay.values());
            underWay.forEach(
                    (key, deciding) ->
                            results.put(
                                    key,
                                    Boolean.TRUE.equals(held.get(deciding.decision().id()))
                                            ? done(true, deciding.filing(), deciding.receipt())
                                            : refused(ImportedRow.Reason.BUDGET_EXCEEDED)));
        }

        private static ImportedRow done(boolean inserted, Filing filing, Receipt receipt) {
            DiaryNumber number = receipt.number();
            return inserted
                    ? new ImportedRow.Imported(filing.id().value(), number.toString())
                    : new ImportedRow.Unchanged(filing.id().value(), number.toString());
        }

        private static ImportedRow.Reason reasonOf(Refusal refusal) {
            return switch (refusal) {
                case OVER_REQUESTED -> ImportedRow.Reason.OVER_REQUESTED;
                case OVER_CAP -> ImportedRow.Reason.OVER_CAP;
                case BUDGET_EXCEEDED -> ImportedRow.Reason.BUDGET_EXCEEDED;
                default -> throw new IllegalStateException("History is not refused as " + refusal);
            };
        }
    }
}
