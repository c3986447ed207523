package fi.kumppani.grants.grantapplication;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.AtOnce;
import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.TwoInstances;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.scheme.Acceptance;
import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.grants.scheme.EligibilityRule;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Nobody gets more of a call than it gives one applicant, however an undertaking is split into
 * applications and among those who apply together.
 */
class CapPerApplicantTests {

    private static final Euros BUDGET = Euros.parse("30000");
    private static final Euros CAP = Euros.parse("3000");

    private final TwoInstances both = new TwoInstances();
    private final GrantsInstance left = both.left();

    @AfterEach
    void close() {
        both.close();
    }

    @Test
    void countsWhatIsAskedForTogetherForEachWhoApplies() {
        CallId call = call(left, CAP);
        AssociationId one = association("one");
        AssociationId other = association("other");
        AssociationId third = association("third");

        assertThat(submitted(0, call, one, "2000", other)).isTrue();

        assertThat(submitted(0, call, other, "1000.01", one)).as("in each other's names").isFalse();
        assertThat(submitted(0, call, other, "1000.01")).as("what a partner asks alone").isFalse();
        assertThat(submitted(0, call, third, "1000.01", other)).as("with yet another").isFalse();
        assertThat(submitted(0, call, other, "1000", one)).isTrue();
        assertThat(submitted(0, call, third, "3000")).isTrue();
        assertThat(submitted(0, call(left, CAP), other, "3000")).as("another call").isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void keepsToTheCapWhoeverAppliesWithWhomAtOnce(long seed) {
        Random random = new Random(seed);
        CallId call = call(left, CAP);
        List<AssociationId> all =
                Stream.of("a", "b", "c", "d").map(each -> association(each + seed)).toList();
        List<ApplicationId> drafts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            AssociationId applicant = all.get(random.nextInt(all.size()));
            AssociationId partner = all.get(random.nextInt(all.size()));
            Euros requested = new Euros(random.nextLong(20_000, CAP.cents() + 1));
            drafts.add(
                    partner.equals(applicant)
                            ? draft(call, applicant, requested)
                            : draft(call, applicant, requested, partner));
        }
        both.failByChance(seed, 40);

        var _ =
                AtOnce.each(
                        8,
                        worker -> {
                            for (int i = worker; i < drafts.size(); i += 8) {
                                attempt(worker, drafts.get(i));
                            }
                            return worker;
                        });
        both.heal();

        assertThat(drafts.stream().filter(this::isHandedIn)).isNotEmpty();
        for (AssociationId each : all) {
            assertThat(asked(each, drafts)).as("of " + each).isLessThanOrEqualTo(CAP.cents());
        }
    }

    @Test
    void wouldGiveEachOfTwoTwiceAsMuchWithoutTheCap() {
        CallId call = call(left, null);
        AssociationId one = association("one");
        AssociationId other = association("other");

        assertThat(submitted(0, call, one, "3000", other)).isTrue();
        assertThat(submitted(0, call, other, "3000", one)).isTrue();
    }

    @Test
    void refusesToRaiseADecisionOnceOthersHaveWhatItLeft() {
        CallId call = call(left, CAP);
        AssociationId one = association("one");
        ApplicationId first = draft(call, one, CAP);
        assertThat(submit(0, first)).isTrue();
        decide(first, "1000");
        assertThat(submitted(0, call, one, "2000")).isTrue();

        assertThat(revise(first, "1000.01"))
                .isEqualTo(new ReviseDecision.Result.Refused(Refusal.OVER_CAP_PER_APPLICANT));
        assertThat(revise(first, "999.99")).isInstanceOf(ReviseDecision.Result.Made.class);
        assertThat(revise(first, "1000", 2)).isInstanceOf(ReviseDecision.Result.Made.class);
    }

    private static CallId call(GrantsInstance instance, @Nullable Euros perApplicant) {
        var scheme =
                new Scheme(
                        GrantKind.VILLAGE_DEVELOPMENT,
                        BudgetLine.UNTOLD,
                        false,
                        perApplicant,
                        null,
                        null,
                        PaymentTerms.InAdvance.USUAL,
                        List.of(),
                        List.of(),
                        List.of(new EligibilityRule.Together(1)),
                        null,
                        null,
                        false,
                        Acceptance.USUAL,
                        null,
                        false);
        return instance.publishedCall(BUDGET, CAP, scheme);
    }

    private AssociationId association(String id) {
        return both.registry().association(id, AssociationForm.REGISTERED_ASSOCIATION);
    }

    private boolean submitted(
            int instance,
            CallId call,
            AssociationId applicant,
            String requested,
            AssociationId... partners) {
        return submit(instance, draft(call, applicant, Euros.parse(requested), partners));
    }

    private ApplicationId draft(
            CallId call, AssociationId applicant, Euros requested, AssociationId... partners) {
        ApplicationId draft = left.started(call, applicant, requested);
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    ChoosePartners choose = left.get(ChoosePartners.class);
                    if (partners.length > 0) {
                        var _ = choose.name(draft, List.of(partners), 1);
                    }
                    for (AssociationId each : partners) {
                        var _ = choose.join(draft, each);
                    }
                });
        return draft;
    }

    private void attempt(int worker, ApplicationId draft) {
        try {
            var _ = submit(worker, draft);
        } catch (MongoException | ContentionException _) {
            // Nobody was told that it is handed in.
        }
    }

    private boolean submit(int instance, ApplicationId draft) {
        GrantsInstance some = both.of(instance);
        return Tenancy.callIn(
                GrantsInstance.HERE,
                () -> {
                    long seen =
                            some.get(GrantApplications.class)
                                    .find(draft)
                                    .map(Stored::version)
                                    .orElseThrow();
                    return some.get(SubmitGrantApplication.class).submit(draft, seen).orElseThrow()
                            instanceof SubmitGrantApplication.Result.Submitted;
                });
    }

    private boolean isHandedIn(ApplicationId draft) {
        return left.peek(draft) instanceof GrantApplication.Submitted;
    }

    private long asked(AssociationId association, List<ApplicationId> drafts) {
        return drafts.stream()
                .map(left::peek)
                .filter(GrantApplication.Submitted.class::isInstance)
                .filter(each -> each.matter().applicants().contains(association))
                .mapToLong(each -> each.proposal().requested().cents())
                .sum();
    }

    private void decide(ApplicationId application, String amount) {
        assertThat(
                        left.decide(
                                application,
                                GrantsInstance.grant(Euros.parse(amount)),
                                GrantsInstance.request()))
                .isInstanceOf(DecideGrantApplication.Result.Made.class);
    }

    private ReviseDecision.Result revise(ApplicationId application, String amount) {
        return revise(application, amount, 1);
    }

    private ReviseDecision.Result revise(ApplicationId application, String amount, int replaced) {
        return Tenancy.callIn(
                GrantsInstance.HERE,
                () ->
                        left.get(ReviseDecision.class)
                                .revise(
                                        application,
                                        replaced,
                                        RevisionCause.FACTUAL_ERROR,
                                        new DecisionRequest(
                                                GrantsInstance.grant(Euros.parse(amount)),
                                                DecisionMaker.SOME_OFFICIAL,
                                                "decision-maker",
                                                FinnishTime.today(Clock.systemUTC()),
                                                GrantsInstance.request()))
                                .orElseThrow());
    }
}
