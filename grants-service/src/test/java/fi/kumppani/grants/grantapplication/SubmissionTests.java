package fi.kumppani.grants.grantapplication;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/** Every application that arrives has a number of its own and a place in its call's list. */
class SubmissionTests {

    private static final Euros CAP = Euros.parse("400");

    private final FaultyStore store = new FaultyStore();
    private final FakeRegistry registry = new FakeRegistry();
    private final GrantsInstance left = GrantsInstance.on(store.way().database(), registry);
    private final GrantsInstance right = GrantsInstance.on(store.way().database(), registry);
    private final AssociationId association =
            registry.association("village", AssociationForm.REGISTERED_ASSOCIATION);

    @AfterEach
    void close() {
        left.close();
        right.close();
        store.close();
    }

    @Test
    void numbersARushDenselyAcrossCallsAndInstances() {
        CallId one = left.publishedCall(Euros.parse("30000"), CAP);
        CallId other = left.publishedCall(Euros.parse("30000"), CAP);

        List<ApplicationId> arrived =
                IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(
                                i ->
                                        (i % 3 == 0 ? left : right)
                                                .submitted(i % 2 == 0 ? one : other, CAP))
                        .toList();

        assertThat(arrived.stream().map(this::numberOf))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat(listOf(one)).hasSize(20).doesNotHaveDuplicates();
        assertThat(listOf(other)).hasSize(20).doesNotContainAnyElementsOf(listOf(one));
    }

    @Test
    void listsInTheOrderOfArrivalAPageAtATime() {
        CallId call = left.publishedCall(Euros.parse("30000"), CAP);
        List<ApplicationId> arrived =
                IntStream.range(0, 5).mapToObj(_ -> left.submitted(call, CAP)).toList();

        assertThat(rows(call, 0, 2))
                .extracting(SubmissionTests::idOf)
                .isEqualTo(arrived.subList(0, 2));
        assertThat(rows(call, 2, 2))
                .extracting(SubmissionTests::idOf)
                .isEqualTo(arrived.subList(2, 4));
        assertThat(rows(call, 4, 2))
                .extracting(SubmissionTests::idOf)
                .isEqualTo(arrived.subList(4, 5));
    }

    @Test
    void givesOneNumberHoweverOftenACrashInterruptsIt() {
        CallId call = left.publishedCall(Euros.parse("30000"), CAP);
        int before = 0;
        for (int writes = 0; writes < 20; writes++) {
            ApplicationId draft = left.started(call, association, CAP);
            boolean crashed = crash(draft, writes);

            assertThat(submit(left, draft))
                    .isInstanceOf(SubmitGrantApplication.Result.Submitted.class);

            before++;
            assertThat(numberOf(draft)).isEqualTo(before);
            assertThat(listOf(call)).hasSize(before).endsWith(draft);
            if (!crashed) {
                assertThat(writes).isGreaterThanOrEqualTo(3);
                return;
            }
        }
        throw new AssertionError("Handing in took more than 20 writes");
    }

    @Test
    void leavesOutOfTheListWhatWasNumberedButNotHandedIn() {
        CallId call = left.publishedCall(Euros.parse("30000"), CAP);
        ApplicationId draft = left.started(call, association, CAP);

        assertThat(crash(draft, 3)).isTrue();
        ApplicationId next = left.submitted(call, CAP);

        assertThat(left.load(draft)).isInstanceOf(GrantApplication.Draft.class);
        assertThat(listOf(call)).containsExactly(next);
    }

    @Test
    void isDoneOnceHoweverOftenItIsAsked() {
        CallId call = left.publishedCall(Euros.parse("30000"), CAP);
        ApplicationId draft = left.started(call, association, CAP);

        for (int i = 0; i < 3; i++) {
            assertThat(submit(i == 1 ? right : left, draft))
                    .isInstanceOf(SubmitGrantApplication.Result.Submitted.class);
        }

        assertThat(listOf(call)).containsExactly(draft);
    }

    private boolean crash(ApplicationId draft, int writes) {
        FaultyStore.Way way = store.way();
        try (GrantsInstance dying = GrantsInstance.on(way.database(), registry)) {
            way.befall(FaultyStore.afterWrites(writes));
            var _ = submit(dying, draft);
            return false;
        } catch (MongoException | ContentionException _) {
            return true;
        }
    }

    private static SubmitGrantApplication.Result submit(GrantsInstance instance, ApplicationId id) {
        return Tenancy.callIn(
                GrantsInstance.HERE,
                () -> instance.get(SubmitGrantApplication.class).submit(id, 1).orElseThrow());
    }

    private int numberOf(ApplicationId id) {
        return left.load(id) instanceof GrantApplication.Submitted submitted
                ? submitted.receipt().number().number()
                : 0;
    }

    private List<ApplicationId> listOf(CallId call) {
        return rows(call, 0, 100).stream().map(SubmissionTests::idOf).toList();
    }

    private List<ListArrivedApplications.Row> rows(CallId call, int after, int limit) {
        return Tenancy.callIn(
                GrantsInstance.HERE,
                () ->
                        right.get(ListArrivedApplications.class).list(call, after, limit).stream()
                                .filter(row -> row.application().isPresent())
                                .toList());
    }

    private static ApplicationId idOf(ListArrivedApplications.Row row) {
        return row.application().map(GrantApplication::filing).map(Filing::id).orElseThrow();
    }
}
