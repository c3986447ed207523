package fi.kumppani.grants.grantapplication;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.AtOnce;
import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;

/**
 * A decision is replaced all or not at all, whichever of its writes is the last before a crash, and
 * the ledger has granted what the decision in force says.
 */
class RevisionCrashTests {

    private static final Euros CAP = Euros.parse("400");
    private static final Euros OTHERS = Euros.parse("100");
    private static final int MANY = 40;

    private final FaultyStore store = new FaultyStore();
    private final FakeRegistry registry = new FakeRegistry();
    private final GrantsInstance witness = GrantsInstance.on(store.way().database(), registry);

    @AfterEach
    void close() {
        witness.close();
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"300, 400, 1000", "300, 100, 300", "300, 300, 300", "300, 400, 350"})
    void endsConsistentAfterACrashAtAnyWrite(String before, String after, String budget) {
        for (FaultyStore.Fate last :
                List.of(FaultyStore.Fate.IS_LOST, FaultyStore.Fate.IS_NOT_ANSWERED)) {
            boolean crashed = true;
            for (int writes = 0; crashed; writes++) {
                assertThat(writes).isLessThan(MANY);
                CallId call = call(budget);
                ApplicationId application = granted(call, before);
                Creation request = GrantsInstance.request();
                crashed = crash(application, after, request, writes, last);

                GrantApplication.Decided seen = load(application);
                assertBooksAgree(call, seen);
                assertThat(seen.decision().granted()).isIn(Euros.parse(before), Euros.parse(after));
                if (Euros.parse(after).exceeds(Euros.parse(budget))) {
                    assertThat(seen.decisionNumber()).isEqualTo(1);
                } else {
                    assertThat(revise(witness, application, after, request))
                            .isInstanceOf(ReviseDecision.Result.Made.class);
                    assertThat(load(application).decisionNumber()).isEqualTo(2);
                    assertThat(load(application).earlier().getFirst().granted())
                            .isEqualTo(Euros.parse(before));
                    assertBooksAgree(call, load(application));
                }
            }
        }
    }

    @Test
    void isFinishedByTheSweep() {
        CallId call = call("1000");
        ApplicationId application = granted(call, "300");
        boolean left = false;
        for (int writes = 0; !left && writes < MANY; writes++) {
            var _ =
                    crash(
                            application,
                            "400",
                            GrantsInstance.request(),
                            writes,
                            FaultyStore.Fate.IS_LOST);
            left = witness.peek(application) instanceof GrantApplication.Revising;
        }
        assertThat(left).as("a crash leaves it half made").isTrue();

        witness.get(FinishLeftDecisions.class).finishAll();

        assertThat(witness.peek(application)).isInstanceOf(GrantApplication.Decided.class);
        assertBooksAgree(call, load(application));
    }

    @Test
    void replacesADecisionOnceHoweverManyReviseIt() {
        CallId call = call("1000");
        ApplicationId application = granted(call, "200");

        List<ReviseDecision.Result> results =
                AtOnce.each(
                        10,
                        i ->
                                revise(
                                        witness,
                                        application,
                                        String.valueOf(250 + i),
                                        GrantsInstance.request()));

        assertThat(results.stream().filter(ReviseDecision.Result.Made.class::isInstance))
                .hasSize(1);
        assertThat(load(application).decisionNumber()).isEqualTo(2);
        assertBooksAgree(call, load(application));
    }

    /** A call that has this much left when others have got theirs. */
    private CallId call(String left) {
        CallId call = witness.publishedCall(Euros.parse(left).plus(OTHERS), CAP);
        var _ = granted(call, OTHERS.toString());
        return call;
    }

    private ApplicationId granted(CallId call, String amount) {
        ApplicationId application = witness.submitted(call, CAP);
        assertThat(
                        witness.decide(
                                application,
                                GrantsInstance.grant(Euros.parse(amount)),
                                GrantsInstance.request()))
                .isInstanceOf(DecideGrantApplication.Result.Made.class);
        return application;
    }

    private boolean crash(
            ApplicationId application,
            String amount,
            Creation request,
            int writes,
            FaultyStore.Fate last) {
        FaultyStore.Way way = store.way();
        try (GrantsInstance dying = GrantsInstance.on(way.database(), registry)) {
            way.befall(FaultyStore.dyingAfterWrites(writes, last));
            var _ = revise(dying, application, amount, request);
            return false;
        } catch (MongoException | ContentionException _) {
            return true;
        }
    }

    private static ReviseDecision.Result revise(
            GrantsInstance instance, ApplicationId application, String amount, Creation request) {
        var asked =
                new DecisionRequest(
                        GrantsInstance.grant(Euros.parse(amount)),
                        DecisionMaker.SOME_OFFICIAL,
                        "decision-maker",
                        LocalDate.of(2026, 11, 22),
                        request);
        return Tenancy.callIn(
                GrantsInstance.HERE,
                () ->
                        instance.get(ReviseDecision.class)
                                .revise(application, 1, RevisionCause.CLAIM, asked)
                                .orElseThrow());
    }

    private GrantApplication.Decided load(ApplicationId application) {
        return (GrantApplication.Decided) witness.load(application);
    }

    private void assertBooksAgree(CallId call, GrantApplication.Decided seen) {
        var ledger = witness.readLedger(call);
        assertThat(ledger.open()).isEmpty();
        assertThat(ledger.granted().minus(OTHERS)).isEqualTo(seen.decision().granted());
    }
}
