package fi.kumppani.grants.deminimis;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.AtOnce;
import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.TwoInstances;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecideGrantApplication;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.FinishLeftDecisions;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Grounds;
import fi.kumppani.grants.grantapplication.ReviseDecision;
import fi.kumppani.grants.grantapplication.RevisionCause;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The limit holds whichever municipalities decide at once, and what an undertaking has agrees with
 * the decisions in force, wherever a crash stopped one.
 */
class AidLimitCrashTests {

    private static final Euros MUCH = Euros.parse("1000000");
    private static final Euros CAP = Euros.parse("2000");
    private static final Euros REQUESTED = Euros.parse("120000");
    private static final LocalDate TODAY = FinnishTime.today(Clock.systemUTC());
    private static final MunicipalityCode ELSEWHERE = new MunicipalityCode("052");
    private static final int MANY = 40;

    private final TwoInstances both = new TwoInstances();
    private final GrantsInstance here = both.left();
    private final AssociationId undertaking = undertaking("the-undertaking");

    @AfterEach
    void close() {
        both.close();
    }

    @Test
    void letsTwoMunicipalitiesNotPassTheLimitTogether() {
        GrantsInstance there = both.right().in(ELSEWHERE);
        CallId call = here.publishedCall(MUCH, MUCH);
        CallId otherCall = there.publishedCall(MUCH, MUCH);
        List<ApplicationId> mine =
                List.of(submitted(here, call, REQUESTED), submitted(here, call, REQUESTED));
        List<ApplicationId> theirs =
                List.of(
                        submitted(there, otherCall, REQUESTED),
                        submitted(there, otherCall, REQUESTED));

        List<DecideGrantApplication.Result> results =
                AtOnce.each(
                        4,
                        i ->
                                i % 2 == 0
                                        ? here.decide(mine.get(i / 2), aid("120000"), request())
                                        : there.decide(
                                                theirs.get(i / 2), aid("120000"), request()));

        assertThat(results.stream().filter(DecideGrantApplication.Result.Made.class::isInstance))
                .hasSize(2);
        assertThat(results.stream().filter(DecideGrantApplication.Result.OverAid.class::isInstance))
                .hasSize(2);
        assertThat(account().used(TODAY)).isEqualTo(Euros.parse("240000"));
        assertThat(here.readLedger(call).granted().plus(there.readLedger(otherCall).granted()))
                .isEqualTo(Euros.parse("240000"));
    }

    @ParameterizedTest
    @CsvSource({"IS_LOST, 1000", "IS_NOT_ANSWERED, 1000", "IS_LOST, 500", "IS_NOT_ANSWERED, 500"})
    void agreesWithTheDecisionsAfterACrashAtAnyWrite(FaultyStore.Fate last, String budget) {
        boolean crashed = true;
        for (int writes = 0; crashed; writes++) {
            assertThat(writes).isLessThan(MANY);
            CallId call = call(budget);
            ApplicationId application = submitted(here, call, CAP);
            Creation request = request();
            crashed = dying(writes, last, () -> here.decide(application, aid("800"), request));

            here.get(FinishLeftDecisions.class).finishAll();
            assertAgrees(application);
            DecideGrantApplication.Result again = here.decide(application, aid("800"), request);
            assertThat(again instanceof DecideGrantApplication.Result.Made)
                    .isEqualTo(budget.equals("1000"));
            assertAgrees(application);
        }
    }

    @ParameterizedTest
    @CsvSource({"IS_LOST, 900", "IS_NOT_ANSWERED, 900", "IS_LOST, 100", "IS_LOST, 1100"})
    void followsARevisedDecisionAfterACrashAtAnyWrite(FaultyStore.Fate last, String next) {
        boolean crashed = true;
        for (int writes = 0; crashed; writes++) {
            assertThat(writes).isLessThan(MANY);
            CallId call = call("1000");
            ApplicationId application = submitted(here, call, CAP);
            var _ = here.decide(application, aid("800"), request());
            Creation request = request();
            crashed = dying(writes, last, () -> revise(application, next, request));

            here.get(FinishLeftDecisions.class).finishAll();
            assertAgrees(application);
            var _ = revise(application, next, request);
            assertAgrees(application);
        }
    }

    private ReviseDecision.Result revise(
            ApplicationId application, String amount, Creation request) {
        return Tenancy.callIn(
                GrantsInstance.HERE,
                () ->
                        here.get(ReviseDecision.class)
                                .revise(
                                        application,
                                        1,
                                        RevisionCause.CLAIM,
                                        new DecisionRequest(
                                                aid(amount),
                                                DecisionMaker.SOME_OFFICIAL,
                                                "decision-maker",
                                                TODAY,
                                                request))
                                .orElseThrow());
    }

    private boolean dying(int writes, FaultyStore.Fate last, Runnable work) {
        both.leftWay().befall(FaultyStore.dyingAfterWrites(writes, last));
        try {
            work.run();
            return false;
        } catch (MongoException | ContentionException _) {
            return true;
        } finally {
            both.heal();
        }
    }

    private void assertAgrees(ApplicationId application) {
        Euros decided =
                here.load(application)
                        .decided()
                        .map(GrantApplication.Decided::decision)
                        .map(each -> each.aid())
                        .orElse(Euros.ZERO);
        assertThat(account().held(application)).isEqualTo(decided);
    }

    /** A call that has this much left when others have got theirs. */
    private CallId call(String left) {
        CallId call = here.publishedCall(Euros.parse(left).plus(CAP), CAP);
        var _ = here.decide(here.submitted(call, CAP), GrantsInstance.grant(CAP), request());
        return call;
    }

    private ApplicationId submitted(GrantsInstance instance, CallId call, Euros requested) {
        ApplicationId draft = instance.started(call, undertaking, requested);
        instance.submit(draft);
        return draft;
    }

    private AssociationId undertaking(String id) {
        AssociationId found =
                both.registry().association(id, AssociationForm.REGISTERED_ASSOCIATION);
        var _ =
                here.get(AidAccounts.class)
                        .change(
                                found,
                                OptionalLong.empty(),
                                account ->
                                        Optional.of(
                                                account.declaring(
                                                        new UndertakingAid.Declaration(
                                                                List.of(),
                                                                new ApplicationId("a"),
                                                                Clock.systemUTC().instant()))));
        return found;
    }

    private UndertakingAid account() {
        return here.get(AidAccounts.class).of(undertaking).body();
    }

    private static Creation request() {
        return GrantsInstance.request();
    }

    private static Verdict aid(String amount) {
        return new Verdict.Grant(Euros.parse(amount), List.of(), true, Grounds.of(List.of()));
    }
}
