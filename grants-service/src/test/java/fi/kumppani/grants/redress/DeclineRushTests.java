package fi.kumppani.grants.redress;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.AtOnce;
import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.TwoInstances;
import fi.kumppani.grants.award.AnswerAward;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.RevisionCause;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.tenancy.Tenancy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

/** A grant is declined while its decision is replaced: of both, one says no. */
class DeclineRushTests {

    private static final Euros FIRST = Euros.parse("300");
    private static final Euros SECOND = Euros.parse("200");

    private final TwoInstances both = new TwoInstances();

    @AfterEach
    void close() {
        both.close();
    }

    @Test
    void declinesOrReplacesAndTheLedgerKnowsWhich() {
        for (int round = 0; round < 15; round++) {
            CallId call = both.left().publishedCall(FIRST, FIRST);
            ApplicationId id = both.left().submitted(call, FIRST);
            var _ = both.left().decide(id, GrantsInstance.grant(FIRST), GrantsInstance.request());
            GrantApplication.Decided decided = both.left().load(id).decided().orElseThrow();

            var _ =
                    AtOnce.each(
                            2,
                            worker -> {
                                Tenancy.runIn(
                                        GrantsInstance.HERE,
                                        () -> {
                                            if (worker == 0) {
                                                replace(decided);
                                            } else {
                                                decline(decided);
                                            }
                                        });
                                return worker;
                            });

            assertAgree(call, id);
        }
    }

    private void replace(GrantApplication.Decided decided) {
        var _ =
                both.left()
                        .get(ReplaceDecision.class)
                        .replace(
                                decided,
                                1,
                                RevisionCause.CLERICAL_ERROR,
                                new DecisionRequest(
                                        GrantsInstance.grant(SECOND),
                                        DecisionMaker.SOME_OFFICIAL,
                                        "decision-maker",
                                        LocalDate.of(2026, 2, 1),
                                        GrantsInstance.request()));
    }

    private void decline(GrantApplication.Decided decided) {
        try {
            var _ = both.right().get(AnswerAward.class).decline(decided, "anna", 0);
        } catch (StaleVersionException e) {
            assertThat(e).isNotNull();
        }
    }

    private void assertAgree(CallId call, ApplicationId id) {
        GrantApplication.Decided after = both.left().load(id).decided().orElseThrow();
        boolean isDeclined =
                Tenancy.callIn(
                        GrantsInstance.HERE,
                        () -> {
                            var _ = both.left().get(AnswerAward.class).load(after);
                            return both.left().get(Awards.class).find(id).body().isDeclined();
                        });
        assertThat(isDeclined).isNotEqualTo(after.decisionNumber() == 2);
        assertThat(both.left().readLedger(call).granted())
                .isEqualTo(isDeclined ? Euros.ZERO : SECOND);
    }
}
