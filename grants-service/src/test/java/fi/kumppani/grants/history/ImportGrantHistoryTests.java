package fi.kumppani.grants.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.grants.call.ApplicationWindow;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.eligibility.Plan;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class ImportGrantHistoryTests {

    private static final LocalDate DAY = LocalDate.of(2023, 3, 15);

    private final FaultyStore store = new FaultyStore();
    private final FakeRegistry registry = new FakeRegistry();
    private final GrantsInstance instance = GrantsInstance.on(store.way().database(), registry);
    private final AssociationId association =
            registry.association("a", AssociationForm.REGISTERED_ASSOCIATION);

    @AfterEach
    void close() {
        instance.close();
        store.close();
    }

    @Test
    void sumsToTheCentWhatWasGranted() {
        CallId call = imported("2023", "986400");
        List<PastDecision> rows = rows("2023", "986400", 130);

        Map<String, ImportedRow> results = take(instance, rows);

        assertThat(results.values()).hasOnlyElementsOfType(ImportedRow.Imported.class);
        assertThat(instance.readLedger(call).granted()).isEqualTo(Euros.parse("986400"));
        assertThat(instance.readLedger(call).available()).isEqualTo(Euros.ZERO);
    }

    @Test
    void takesTwoWritesForARowAndAFewForABatch() {
        var _ = imported("2023", "986400");
        FaultyStore.Way way = store.way();
        try (GrantsInstance counted = GrantsInstance.on(way.database(), registry)) {
            AtomicInteger writes = new AtomicInteger();
            way.befall(
                    (command, _) -> {
                        if (command.equals("insert") || command.equals("update")) {
                            writes.incrementAndGet();
                        }
                        return FaultyStore.Fate.PASSES;
                    });

            var _ = take(counted, rows("2023", "986400", 128));

            assertThat(writes.get()).isBetween(2 * 128, 2 * 128 + 2 * 20);
        }
    }

    @Test
    void changesNothingWhenTheSameRowsComeAgain() {
        CallId call = imported("2023", "65200");
        List<PastDecision> rows = rows("2023", "65200", 70);
        Map<String, ImportedRow> first = take(instance, rows);

        Map<String, ImportedRow> again = take(instance, rows);

        assertThat(again.values()).hasOnlyElementsOfType(ImportedRow.Unchanged.class);
        assertThat(idsOf(again)).isEqualTo(idsOf(first));
        assertThat(instance.readLedger(call).granted()).isEqualTo(Euros.parse("65200"));
        assertThat(imported("2023", "65200")).isEqualTo(call);
    }

    @Test
    void refusesAnotherRowUnderTheSameKey() {
        var _ = imported("2023", "65200");
        var _ = imported("2024", "65200");
        var _ = take(instance, List.of(row("k", "2023", "100")));

        assertThat(take(instance, List.of(row("k", "2023", "101"))))
                .containsEntry("k", refused(ImportedRow.Reason.KEY_REUSED));
        assertThat(take(instance, List.of(row("k", "2024", "100"))))
                .containsEntry("k", refused(ImportedRow.Reason.KEY_REUSED));
    }

    @Test
    void takesWhatFitsAndKeepsNothingOfWhatDoesNot() {
        CallId call = imported("2023", "1000");

        Map<String, ImportedRow> results =
                take(
                        instance,
                        List.of(
                                row("a", "2023", "600"),
                                row("b", "2023", "600"),
                                row("c", "2023", "400")));

        assertThat(results.get("a")).isInstanceOf(ImportedRow.Imported.class);
        assertThat(results).containsEntry("b", refused(ImportedRow.Reason.BUDGET_EXCEEDED));
        assertThat(results.get("c")).isInstanceOf(ImportedRow.Imported.class);
        assertThat(instance.readLedger(call).granted()).isEqualTo(Euros.parse("1000"));
    }

    @Test
    void waitsForTheAssociationAndForTheCall() {
        assertThat(take(instance, List.of(row("a", "unheard-of", "600"))))
                .containsEntry("a", refused(ImportedRow.Reason.CALL_UNKNOWN));
        var _ = imported("2023", "1000");
        PastDecision early =
                new PastDecision(
                        "b",
                        "hash",
                        "2023",
                        new AssociationId("later"),
                        proposal("10"),
                        GrantsInstance.grant(Euros.parse("10")),
                        DAY);
        assertThat(take(instance, List.of(early)))
                .containsEntry("b", refused(ImportedRow.Reason.ASSOCIATION_UNKNOWN));

        var _ = registry.association("later", AssociationForm.COOPERATIVE);
        assertThat(take(instance, List.of(early)).get("b"))
                .isInstanceOf(ImportedRow.Imported.class);
    }

    @Test
    void keepsRefusalsOfThePastWithTheirReasons() {
        CallId call = imported("2023", "1000");
        var refusal =
                new PastDecision(
                        "r",
                        "hash",
                        "2023",
                        association,
                        proposal("500"),
                        new Verdict.Refuse(List.of(DecisionReason.INCOMPLETE)),
                        DAY);

        String id = idsOf(take(instance, List.of(refusal))).getOrDefault("r", "");

        assertThat(instance.load(new ApplicationId(id)))
                .isInstanceOfSatisfying(
                        GrantApplication.Decided.class,
                        decided -> {
                            assertThat(decided.filing().imported()).isTrue();
                            assertThat(decided.decision().reasons())
                                    .containsExactly(DecisionReason.INCOMPLETE);
                            assertThat(decided.decision().request().decidedOn()).isEqualTo(DAY);
                        });
        assertThat(instance.readLedger(call).granted()).isEqualTo(Euros.ZERO);
    }

    @Test
    void isFinishedBySendingTheRowsAgainAfterACrashAtAnyWrite() {
        for (int writes = 0; writes < 60; writes++) {
            String year = Integer.toString(1991 + writes);
            List<PastDecision> rows = new ArrayList<>(rows(year, "1000", 4));
            boolean crashed = false;
            FaultyStore.Way way = store.way();
            try (GrantsInstance dying = GrantsInstance.on(way.database(), registry)) {
                way.befall(FaultyStore.afterWrites(writes));
                var _ = imported(dying, year, "1000");
                var _ = take(dying, rows);
            } catch (MongoException | ContentionException _) {
                crashed = true;
            }

            CallId call = imported(year, "1000");
            Map<String, ImportedRow> results = take(instance, rows);

            assertThat(results.values())
                    .as("after %d writes", writes)
                    .noneMatch(ImportedRow.Refused.class::isInstance);
            assertThat(instance.readLedger(call).granted()).isEqualTo(Euros.parse("1000"));
            assertThat(instance.readLedger(call).reserved()).isEqualTo(Euros.ZERO);
            assertThat(idsOf(results).values()).doesNotHaveDuplicates();
            if (!crashed) {
                assertThat(writes).isGreaterThan(15);
                return;
            }
        }
        throw new AssertionError("The import took more than 60 writes");
    }

    private CallId imported(String key, String budget) {
        return imported(instance, key, budget);
    }

    private static CallId imported(GrantsInstance where, String key, String budget) {
        int year = Integer.parseInt(key);
        var terms =
                new CallTerms(
                        LocalizedText.finnish("Avustukset " + key),
                        null,
                        null,
                        year,
                        Euros.parse(budget),
                        Euros.parse(budget),
                        CallTerms.anyForm(),
                        ApplicationWindow.ofDays(
                                LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        var past = new PastCall(key, "hash-" + budget, terms);
        ImportedRow row =
                Tenancy.callIn(
                        GrantsInstance.HERE, () -> where.get(ImportGrantHistory.class).take(past));
        return switch (row) {
            case ImportedRow.Imported(var id, _) -> new CallId(id);
            case ImportedRow.Unchanged(var id, _) -> new CallId(id);
            case ImportedRow.Refused(var reason) -> throw new AssertionError(reason.name());
        };
    }

    private static Map<String, ImportedRow> take(GrantsInstance where, List<PastDecision> rows) {
        return Tenancy.callIn(
                GrantsInstance.HERE,
                () -> where.get(ImportGrantHistory.class).take(rows, "history-import"));
    }

    /** So many decisions that sum to exactly this much. */
    private List<PastDecision> rows(String call, String sum, int count) {
        long cents = Euros.parse(sum).cents();
        long each = cents / count;
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                row(
                                        call + "-" + i,
                                        call,
                                        new Euros(i == 0 ? cents - each * (count - 1) : each)
                                                .toString()))
                .toList();
    }

    private PastDecision row(String key, String call, String amount) {
        return new PastDecision(
                key,
                "hash-" + amount + call,
                call,
                association,
                proposal(amount),
                GrantsInstance.grant(Euros.parse(amount)),
                DAY);
    }

    private static Proposal proposal(String amount) {
        return new Proposal(null, null, Plan.of(Euros.parse(amount)), null, List.of());
    }

    private static ImportedRow refused(ImportedRow.Reason reason) {
        return new ImportedRow.Refused(reason);
    }

    private static Map<String, String> idsOf(Map<String, ImportedRow> rows) {
        Map<String, String> ids = new HashMap<>();
        rows.forEach(
                (key, row) ->
                        ids.put(
                                key,
                                switch (row) {
                                    case ImportedRow.Imported(var id, _) -> id;
                                    case ImportedRow.Unchanged(var id, _) -> id;
                                    case ImportedRow.Refused(var reason) -> reason.name();
                                }));
        return ids;
    }
}
