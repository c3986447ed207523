package fi.kumppani.grants.grantapplication;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.AtOnce;
import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.TwoInstances;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.ledger.BudgetLedger;
import fi.kumppani.grants.ledger.EntryFilter;
import fi.kumppani.grants.ledger.LedgerEntry;
import fi.kumppani.grants.ledger.LedgerId;
import fi.kumppani.grants.ledger.Ledgers;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Whatever is decided at once, the granted euros stay within the budget to the cent. */
class DecisionRushTests {

    private static final Euros CAP = Euros.parse("400");

    private final TwoInstances both = new TwoInstances();
    private final GrantsInstance left = both.left();
    private final GrantsInstance right = both.right();

    @AfterEach
    void close() {
        both.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50})
    void grantsTheLastEurosOnceHoweverManyDecideAtOnce(int deciders) {
        Euros budget = Euros.parse("1300");
        CallId call = left.publishedCall(budget, CAP);
        List<ApplicationId> applications = submitted(call, deciders);

        List<DecideGrantApplication.Result> results =
                AtOnce.each(
                        deciders,
                        i ->
                                instance(i)
                                        .decide(
                                                applications.get(i),
                                                GrantsInstance.grant(CAP),
                                                GrantsInstance.request()));

        assertThat(results.stream().filter(DecideGrantApplication.Result.Made.class::isInstance))
                .hasSize(3);
        assertThat(results)
                .filteredOn(result -> !(result instanceof DecideGrantApplication.Result.Made))
                .hasSize(deciders - 3)
                .containsOnly(new DecideGrantApplication.Result.Refused(Refusal.BUDGET_EXCEEDED));
        assertBooksAgree(call, applications);
        assertThat(left.readLedger(call).available()).isEqualTo(Euros.parse("100"));
        assertThat(decidedWith(applications.getFirst(), call, "100"))
                .as("the rest is still to be had")
                .isTrue();
    }

    @Test
    void wouldGrantMoreThanThereIsIfTheLedgerWereOnlyReadBefore() {
        Euros budget = Euros.parse("400");
        CallId call = left.publishedCall(budget, CAP);
        List<ApplicationId> applications = submitted(call, 10);
        CyclicBarrier allHaveRead = new CyclicBarrier(10);

        List<Boolean> granted =
                AtOnce.each(10, i -> grantAfterReading(applications.get(i), call, allHaveRead));

        assertThat(granted.stream().filter(each -> each).count() * CAP.cents())
                .isGreaterThan(budget.cents());
    }

    @Test
    void decidesOneApplicationOnceHoweverManyDecideIt() {
        CallId call = left.publishedCall(Euros.parse("30000"), CAP);
        List<ApplicationId> one = submitted(call, 1);

        List<DecideGrantApplication.Result> results =
                AtOnce.each(
                        20,
                        i ->
                                instance(i)
                                        .decide(
                                                one.getFirst(),
                                                GrantsInstance.grant(new Euros(30_000 + i)),
                                                GrantsInstance.request()));

        assertThat(results.stream().filter(DecideGrantApplication.Result.Made.class::isInstance))
                .hasSize(1);
        assertThat(results)
                .filteredOn(result -> !(result instanceof DecideGrantApplication.Result.Made))
                .containsOnly(new DecideGrantApplication.Result.Refused(Refusal.ALREADY_DECIDED));
        assertBooksAgree(call, one);
    }

    @Test
    void answersTheSameRequestTheSameHoweverOftenItIsSent() {
        CallId call = left.publishedCall(Euros.parse("800"), CAP);
        List<ApplicationId> one = submitted(call, 1);
        Creation request = GrantsInstance.request();

        List<DecideGrantApplication.Result> results =
                AtOnce.each(
                        12,
                        i ->
                                instance(i)
                                        .decide(
                                                one.getFirst(),
                                                GrantsInstance.grant(CAP),
                                                request));

        assertThat(results).hasSize(12).containsOnly(results.getFirst());
        assertThat(results.getFirst()).isInstanceOf(DecideGrantApplication.Result.Made.class);
        assertThat(left.readLedger(call).granted()).isEqualTo(CAP);
        assertThat(
                        left.decide(
                                one.getFirst(),
                                GrantsInstance.grant(Euros.parse("1")),
                                new Creation(request.key(), "other content")))
                .isInstanceOf(DecideGrantApplication.Result.KeyReused.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsItsBooksWhateverHappensAtOnce(long seed) {
        Random random = new Random(seed);
        Euros budget = new Euros(random.nextLong(200_000, 400_000));
        CallId call = left.publishedCall(budget, CAP);
        List<ApplicationId> applications = submitted(call, 24);
        both.failByChance(seed, 40);

        var _ =
                AtOnce.each(
                        8,
                        worker -> {
                            Random own = new Random(seed * 31 + worker);
                            for (int step = 0; step < 20; step++) {
                                var any = applications.get(own.nextInt(applications.size()));
                                attempt(instance(own.nextInt(2)), any, call, own);
                            }
                            return worker;
                        });
        both.heal();
        right.get(FinishLeftDecisions.class).finishAll();

        assertBooksAgree(call, applications);
    }

    private void attempt(
            GrantsInstance instance, ApplicationId application, CallId call, Random own) {
        try {
            switch (own.nextInt(8)) {
                case 0 -> {
                    var _ = instance.load(application);
                }
                case 1 -> {
                    var _ = instance.readLedger(call);
                }
                case 2 -> instance.get(FinishLeftDecisions.class).finishAll();
                case 3 -> {
                    var verdict = new Verdict.Refuse(List.of(DecisionReason.CRITERIA_NOT_MET));
                    var _ = instance.decide(application, verdict, GrantsInstance.request());
                }
                default -> {
                    var verdict = GrantsInstance.grant(new Euros(own.nextLong(1, 50_000)));
                    var _ = instance.decide(application, verdict, GrantsInstance.request());
                }
            }
        } catch (MongoException | ContentionException _) {
            // The store failed in the middle: somebody else will finish.
            assertThat(own).isNotNull();
        }
    }

    /** What must not be done: look whether there is enough, and then decide. */
    private boolean grantAfterReading(
            ApplicationId application, CallId call, CyclicBarrier allHaveRead) throws Exception {
        boolean enough = !CAP.exceeds(left.peekLedger(call).available());
        var _ = allHaveRead.await();
        return enough
                && Tenancy.callIn(
                        GrantsInstance.HERE,
                        () ->
                                left.get(GrantApplications.class)
                                        .change(
                                                application,
                                                OptionalLong.empty(),
                                                stored -> Move.keep(stored.body(), true))
                                        .orElseThrow());
    }

    private void assertBooksAgree(CallId call, List<ApplicationId> applications) {
        BudgetLedger ledger = left.readLedger(call);
        List<GrantApplication> all = applications.stream().map(right::load).toList();
        List<GrantApplication.Decided> decided =
                all.stream()
                        .filter(GrantApplication.Decided.class::isInstance)
                        .map(GrantApplication.Decided.class::cast)
                        .toList();
        long granted = decided.stream().mapToLong(each -> each.decision().granted().cents()).sum();

        assertThat(all).allMatch(each -> GrantsInstance.settledStates().contains(each.getClass()));
        assertThat(granted).isLessThanOrEqualTo(ledger.appropriation().cents());
        assertThat(ledger.granted().cents()).isEqualTo(granted);
        assertThat(ledger.reserved()).isEqualTo(Euros.ZERO);
        List<LedgerEntry> entries =
                Tenancy.callIn(
                        GrantsInstance.HERE,
                        () ->
                                left.get(Ledgers.class)
                                        .entries(
                                                new LedgerId(call.value()),
                                                EntryFilter.ANY,
                                                0,
                                                1_000));
        assertThat(entries)
                .extracting(LedgerEntry::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, ledger.entries()).boxed().toList());
        assertThat(claimants(entries, LedgerEntry.Kind.GRANTED))
                .containsExactlyInAnyOrderElementsOf(
                        decided.stream()
                                .filter(each -> each.decision().granted().cents() > 0)
                                .map(each -> each.filing().id().value())
                                .toList());
        assertThat(claimants(entries, LedgerEntry.Kind.RESERVED))
                .containsExactlyInAnyOrderElementsOf(claimants(entries, LedgerEntry.Kind.GRANTED));
    }

    private static List<String> claimants(List<LedgerEntry> entries, LedgerEntry.Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(entry -> String.valueOf(entry.claimant()))
                .collect(Collectors.toList());
    }

    private boolean decidedWith(ApplicationId application, CallId call, String amount) {
        if (left.load(application) instanceof GrantApplication.Decided) {
            return decidedWith(submitted(call, 1).getFirst(), call, amount);
        }
        return left.decide(
                        application,
                        GrantsInstance.grant(Euros.parse(amount)),
                        GrantsInstance.request())
                instanceof DecideGrantApplication.Result.Made;
    }

    private List<ApplicationId> submitted(CallId call, int count) {
        return IntStream.range(0, count).mapToObj(_ -> left.submitted(call, CAP)).toList();
    }

    private GrantsInstance instance(int number) {
        return both.of(number);
    }
}
