package fi.kumppani.grants.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fi.kumppani.grants.AtOnce;
import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.TwoInstances;
import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.handling.CompareApplications.Order;
import fi.kumppani.grants.interest.DeclareInterest;
import fi.kumppani.grants.interest.Recusal;
import fi.kumppani.grants.interest.Recusals;
import fi.kumppani.grants.interest.TieKind;
import fi.kumppani.grants.scheme.Acceptance;
import fi.kumppani.grants.scheme.Criterion;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Many officers at once, on two instances. */
class HandlingRushTests {

    private static final Euros CAP = Euros.parse("400");

    private final TwoInstances both = new TwoInstances();
    private final GrantsInstance left = both.left();
    private final GrantsInstance right = both.right();
    private final FakeRegistry registry = both.registry();

    @AfterEach
    void close() {
        both.close();
    }

    @Test
    void losesNoReviewHoweverManyAreGivenAtOnce() {
        CallId call = call();
        List<ApplicationId> applications = submitted(call, 3);

        List<HandleApplication.Result> results =
                AtOnce.each(
                        60,
                        i -> review(both.of(i), applications.get(i % 3), "reviewer-" + i, i % 6));

        assertThat(results).allMatch(HandleApplication.Result.Done.class::isInstance);
        for (ApplicationId application : applications) {
            Handling row = row(application);
            assertThat(row.reviews()).hasSize(20);
            assertThat(row.reviews().stream().map(Review::reviewer).distinct()).hasSize(20);
        }
        assertStandingsAgree(call, applications);
    }

    @Test
    void keepsOneOfTwoReviewsOfTheSameRevisionAndTellsTheOther() {
        CallId call = call();
        ApplicationId application = submitted(call, 1).getFirst();

        List<HandleApplication.Result> results =
                AtOnce.each(8, i -> review(both.of(i), application, "one", i % 6));

        assertThat(results.stream().filter(HandleApplication.Result.Done.class::isInstance))
                .hasSize(1);
        assertThat(results.stream().filter(HandleApplication.Result.Stale.class::isInstance))
                .hasSize(7);
        assertThat(row(application).reviews()).hasSize(1);
    }

    @Test
    void isTakenByOneWhenManyTakeIt() {
        ApplicationId application = submitted(call(), 1).getFirst();
        var _ = look(left, application);

        List<HandleApplication.Result> results =
                AtOnce.each(
                        10,
                        i ->
                                in(
                                        () ->
                                                both.of(i)
                                                        .get(HandleApplication.class)
                                                        .assign(
                                                                left.load(application),
                                                                "officer-" + i,
                                                                "officer-" + i,
                                                                1)));

        assertThat(results.stream().filter(HandleApplication.Result.Done.class::isInstance))
                .hasSize(1);
        assertThat(row(application).revision()).isEqualTo(2);
    }

    @Test
    void takesNoReviewAfterTheRoundHoweverLateItCame() {
        CallId call = call();
        List<ApplicationId> applications = submitted(call, 2);
        var _ = look(left, applications.getFirst());

        List<Boolean> kept =
                AtOnce.each(
                        21,
                        i -> {
                            if (i == 10) {
                                var _ =
                                        in(
                                                () ->
                                                        right.get(HandleApplication.class)
                                                                .closeAll(call, "officer"));
                                return false;
                            }
                            return review(left, applications.get(i % 2), "reviewer-" + i, 3)
                                    instanceof HandleApplication.Result.Done;
                        });

        long reviews = applications.stream().mapToLong(each -> row(each).counting()).sum();
        assertThat(reviews).isEqualTo(kept.stream().filter(each -> each).count());
        assertThat(review(left, applications.getFirst(), "late", 3))
                .isEqualTo(
                        new HandleApplication.Result.Refused(HandlingRefusal.REVIEW_ROUND_CLOSED));
        assertStandingsAgree(call, applications);
    }

    @Test
    void releasesWhoDeclaresATieAfterwardsFromWhatTheyHandled() {
        CallId call = call();
        ApplicationId application = submitted(call, 1).getFirst();
        var _ = look(left, application);
        assertThat(
                        in(
                                () ->
                                        left.get(HandleApplication.class)
                                                .assign(left.load(application), "tied", "head", 1)))
                .isInstanceOf(HandleApplication.Result.Done.class);
        var _ = review(left, application, "tied", 5);
        var _ = review(left, application, "free", 1);

        var _ =
                in(
                        () ->
                                right.get(DeclareInterest.class)
                                        .declare(
                                                "tied",
                                                "tie",
                                                left.load(application).filing().applicant(),
                                                TieKind.BOARD_SEAT,
                                                LocalDate.of(2020, 1, 1),
                                                null));

        assertThat(row(application).assignment()).isNull();
        assertThat(row(application).counting()).isEqualTo(1);
        assertThat(in(() -> left.get(Recusals.class).of(application.value())))
                .extracting(Recusal::subject, Recusal::manner)
                .containsExactly(tuple("tied", Recusal.Manner.RELEASED));
        assertThat(
                        in(
                                () ->
                                        left.get(HandleApplication.class)
                                                .assign(left.load(application), "tied", "head", 3)))
                .isEqualTo(
                        new HandleApplication.Result.Refused(
                                HandlingRefusal.ASSIGNEE_DISQUALIFIED));
        assertStandingsAgree(call, List.of(application));
    }

    @Test
    void releasesWhoGotAMandateAsSoonAsSomebodyLooks() {
        ApplicationId application = submitted(call(), 1).getFirst();
        var _ = review(left, application, "tied", 5);
        registry.mandate("tied", left.load(application).filing().applicant());

        assertThat(look(left, application).row().counting()).isZero();
        assertThat(look(right, application).scoreFor("tied")).isEmpty();
    }

    @Test
    void costsTheSameNumberOfLookUpsHoweverManyApplicationsThereAre() {
        CallId few = call();
        CallId many = call();
        var _ = submitted(few, 12);
        var _ = submitted(many, 300);
        for (Order order : List.of(Order.NUMBER, Order.AMOUNT, Order.TOTAL)) {
            for (CallId call : List.of(few, many)) {
                var _ = in(() -> left.get(HandleApplication.class).closeAll(call, "officer"));
                assertThat(rows(call, order, 0)).isNotEmpty();
            }

            int commands = commands(() -> rows(few, order, 0));

            assertThat(commands(() -> rows(many, order, 0))).as(order.name()).isEqualTo(commands);
            assertThat(commands(() -> rows(many, order, 280))).isEqualTo(commands);
            assertThat(commands).isLessThan(20);
        }
    }

    @Test
    void sortsByAmountAndByScore() {
        CallId call = call();
        List<ApplicationId> applications =
                Tenancy.callIn(
                        GrantsInstance.HERE,
                        () ->
                                List.of(
                                        left.submitted(call, Euros.parse("100")),
                                        left.submitted(call, Euros.parse("300")),
                                        left.submitted(call, Euros.parse("300")),
                                        left.submitted(call, Euros.parse("200"))));
        var _ = review(left, applications.get(0), "a", 2);
        var _ = review(left, applications.get(3), "a", 5);

        assertThat(order(call, Order.NUMBER)).containsExactly(0, 1, 2, 3);
        assertThat(order(call, Order.AMOUNT)).containsExactly(1, 2, 3, 0);
        assertThat(
                        in(
                                () ->
                                        left.get(CompareApplications.class)
                                                .compare(call, Order.TOTAL, 0, 9, "x")))
                .contains(
                        new CompareApplications.Result.Refused(HandlingRefusal.REVIEW_ROUND_OPEN));
        var _ = in(() -> left.get(HandleApplication.class).closeAll(call, "officer"));
        assertThat(order(call, Order.TOTAL)).containsExactly(3, 0, 1, 2);
    }

    private List<Integer> order(CallId call, Order order) {
        return rows(call, order, 0).stream()
                .flatMap(row -> row.compared().stream())
                .map(each -> each.look().row().position() - 1)
                .toList();
    }

    private List<CompareApplications.Row> rows(CallId call, Order order, int after) {
        return switch (in(
                () ->
                        left.get(CompareApplications.class)
                                .compare(call, order, after, 11, "reader")
                                .orElseThrow())) {
            case CompareApplications.Result.Rows(var rows) -> rows;
            case CompareApplications.Result.Refused(var reason) -> throw new AssertionError(reason);
        };
    }

    private int commands(Runnable work) {
        AtomicInteger count = new AtomicInteger();
        both.leftWay()
                .befall(
                        (_, _) -> {
                            count.incrementAndGet();
                            return FaultyStore.Fate.PASSES;
                        });
        work.run();
        both.leftWay().heal();
        return count.get();
    }

    private void assertStandingsAgree(CallId call, List<ApplicationId> applications) {
        List<Handlings.Standing> standings = in(() -> left.get(Handlings.class).standings(call));
        assertThat(standings).hasSize(applications.size());
        for (Handlings.Standing standing : standings) {
            assertThat(standing.application()).isEqualTo(applications.get(standing.position() - 1));
            BigDecimal total =
                    WeightedScore.of(scheme().criteria(), row(standing.application()).reviews())
                            .map(WeightedScore::total)
                            .orElse(null);
            assertThat(standing.total()).isEqualTo(total);
        }
    }

    private HandleApplication.Result review(
            GrantsInstance instance, ApplicationId application, String reviewer, int points) {
        return in(
                () ->
                        instance.get(HandleApplication.class)
                                .review(
                                        instance.load(application),
                                        reviewer,
                                        Map.of("need", points, "plan", 1),
                                        null,
                                        0));
    }

    private Look look(GrantsInstance instance, ApplicationId application) {
        GrantApplication loaded = instance.load(application);
        return in(() -> instance.get(HandleApplication.class).look(loaded).orElseThrow());
    }

    private Handling row(ApplicationId application) {
        return Objects.requireNonNull(
                in(() -> left.get(Handlings.class).rows(List.of(application))).get(application));
    }

    private List<ApplicationId> submitted(CallId call, int count) {
        return IntStream.range(0, count).mapToObj(_ -> left.submitted(call, CAP)).toList();
    }

    private CallId call() {
        return left.publishedCall(Euros.parse("90000"), CAP, scheme());
    }

    private static Scheme scheme() {
        Scheme plain = Scheme.of(GrantKind.GENERAL);
        return new Scheme(
                plain.kind(),
                plain.budgetLine(),
                plain.continuous(),
                null,
                null,
                null,
                plain.payment(),
                List.of(
                        new Criterion("need", LocalizedText.finnish("Tarve"), 70, 5),
                        new Criterion("plan", LocalizedText.finnish("Suunnitelma"), 30, 3)),
                List.of(),
                List.of(),
                null,
                null,
                false,
                Acceptance.USUAL,
                null,
                false);
    }

    private static <T> T in(Supplier<T> work) {
        return Tenancy.callIn(GrantsInstance.HERE, work::get);
    }
}
