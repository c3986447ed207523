package fi.kumppani.grants.casemanagement;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.AtOnce;
import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecideGrantApplication;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.power.DecisionPower;
import fi.kumppani.grants.power.RecordPower;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A decision from elsewhere is carried out once, wherever a crash stops it and however sent. */
class CaseCrashTests {

    private static final Euros CAP = Euros.parse("400");
    private static final LocalDate TODAY = FinnishTime.today(Clock.systemUTC());
    private static final DecisionMaker BOARD =
            new DecisionMaker(DecisionMaker.Kind.BOARD, "kulttuurilautakunta", "§ 44");
    private static final int MANY = 40;

    private final FaultyStore store = new FaultyStore();
    private final FakeRegistry registry = new FakeRegistry();
    private final GrantsInstance witness = GrantsInstance.on(store.way().database(), registry);

    @BeforeEach
    void recordPower() {
        var terms =
                new DecisionPower.Terms(
                        DecisionPower.Use.DECIDE,
                        BOARD.kind(),
                        "kulttuurilautakunta",
                        Set.of(),
                        null,
                        TODAY.minusDays(1),
                        null,
                        "hallintosääntö 25 §",
                        Set.of("secretary"));
        var _ = here(() -> witness.get(RecordPower.class).begin("p", terms, "coordinator"));
    }

    @AfterEach
    void close() {
        witness.close();
        store.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyStore.Fate.class,
            names = {"IS_LOST", "IS_NOT_ANSWERED"})
    void carriesItOutOnceAfterACrashAtAnyWrite(FaultyStore.Fate last) {
        boolean crashed = true;
        for (int writes = 0; crashed; writes++) {
            assertThat(writes).isLessThan(MANY);
            CallId call = witness.publishedCall(Euros.parse("1000"), CAP);
            ApplicationId application = proposed(call);
            DecisionRequest asked = asked(GrantsInstance.request());
            crashed = crash(application, asked, writes, last);

            witness.get(CarryOutCase.class).finishAll();
            CaseFile between = load(application);
            assertThat(between).isNotInstanceOf(CaseFile.Deciding.class);
            assertThat(between instanceof CaseFile.Decided)
                    .isEqualTo(witness.load(application) instanceof GrantApplication.Decided);

            ReceiveDecision.Result again = receive(witness, application, asked);
            assertThat(again)
                    .isInstanceOfAny(
                            ReceiveDecision.Result.Again.class,
                            ReceiveDecision.Result.CarriedOut.class);
            assertThat(load(application)).isInstanceOf(CaseFile.Decided.class);
            assertThat(witness.readLedger(call).granted()).isEqualTo(CAP);
        }
    }

    @Test
    void decidesOnceHoweverManySendItAtOnce() {
        CallId call = witness.publishedCall(Euros.parse("1000"), CAP);
        ApplicationId application = proposed(call);

        List<ReceiveDecision.Result> results;
        try (GrantsInstance other = GrantsInstance.on(store.way().database(), registry)) {
            results =
                    AtOnce.each(
                            8,
                            i ->
                                    receive(
                                            i % 2 == 0 ? witness : other,
                                            application,
                                            asked(new Creation("request-" + i, "hash"))));
        }

        assertThat(
                        results.stream()
                                .filter(
                                        each ->
                                                each
                                                        instanceof
                                                        ReceiveDecision.Result.CarriedOut(
                                                                DecideGrantApplication.Result.Made
                                                                        _)))
                .hasSize(1);
        assertThat(witness.readLedger(call).granted()).isEqualTo(CAP);
        assertThat(load(application)).isInstanceOf(CaseFile.Decided.class);
    }

    private ApplicationId proposed(CallId call) {
        ApplicationId application = witness.submitted(call, CAP);
        var file = witness.load(application);
        return here(
                () -> {
                    ExchangeCase exchange = witness.get(ExchangeCase.class);
                    assertThat(exchange.open(file, "case-" + application))
                            .isInstanceOf(ExchangeCase.Result.Done.class);
                    assertThat(exchange.propose(file, GrantsInstance.grant(CAP), "officer", 1))
                            .isInstanceOf(ExchangeCase.Result.Done.class);
                    return application;
                });
    }

    private boolean crash(
            ApplicationId application, DecisionRequest asked, int writes, FaultyStore.Fate last) {
        FaultyStore.Way way = store.way();
        try (GrantsInstance dying = GrantsInstance.on(way.database(), registry)) {
            way.befall(
                    last == FaultyStore.Fate.IS_LOST
                            ? FaultyStore.afterWrites(writes)
                            : FaultyStore.unansweredAfterWrites(writes));
            var _ = receive(dying, application, asked);
            return false;
        } catch (MongoException | ContentionException _) {
            return true;
        }
    }

    private static DecisionRequest asked(Creation request) {
        return new DecisionRequest(GrantsInstance.grant(CAP), BOARD, "secretary", TODAY, request);
    }

    private static ReceiveDecision.Result receive(
            GrantsInstance instance, ApplicationId application, DecisionRequest asked) {
        GrantApplication found = instance.peek(application);
        return here(() -> instance.get(ReceiveDecision.class).receive(found, 1, asked));
    }

    private CaseFile load(ApplicationId application) {
        return here(
                () ->
                        witness.get(CarryOutCase.class)
                                .load(application)
                                .map(Stored::body)
                                .orElseThrow());
    }

    private static <R> R here(Supplier<R> work) {
        return Tenancy.callIn(GrantsInstance.HERE, work::get);
    }
}
