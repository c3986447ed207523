package fi.kumppani.grants.usagereport;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.grants.award.AnswerAward;
import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Awards;
import fi.kumppani.grants.award.Receipts;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.scheme.Acceptance;
import fi.kumppani.grants.scheme.BudgetLine;
import fi.kumppani.grants.scheme.CostCategory;
import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.grants.scheme.PaymentTerms;
import fi.kumppani.grants.scheme.ReportTerms;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Wherever it breaks off: what two approve is what is paid, and no accepted grant is unreported.
 */
class UsageReportCrashTests {

    private static final Euros CAP = Euros.parse("400");
    private static final Euros ACCEPTED = Euros.parse("250.50");
    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final FaultyStore store = new FaultyStore();
    private final FakeRegistry registry = new FakeRegistry();
    private final FaultyStore.Way way = store.way();
    private final GrantsInstance before = GrantsInstance.on(way.database(), registry);
    private final GrantsInstance after = GrantsInstance.on(store.way().database(), registry);

    @AfterEach
    void close() {
        before.close();
        after.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void hasAReportForEveryAcceptedGrant(int writes) {
        GrantApplication.Decided decided = granted(before.publishedCall(CAP, CAP, scheme()));
        way.befall(FaultyStore.dyingAfterWrites(writes, FaultyStore.Fate.IS_LOST));
        attempt(() -> accept(before, decided));

        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    ApplicationId id = decided.filing().id();
                    if (after.get(Awards.class).find(id).body().isAccepted()) {
                        assertThat(after.get(UsageReports.class).find(id)).isPresent();
                    }
                });
        accept(after, decided);
        Tenancy.runIn(
                GrantsInstance.HERE,
                () ->
                        assertThat(after.get(UsageReports.class).find(decided.filing().id()))
                                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void paysByWhatTwoApprovedOnceItIsFinished(int writes) {
        GrantApplication.Decided decided = checked();
        way.befall(FaultyStore.dyingAfterWrites(writes, FaultyStore.Fate.IS_LOST));
        attempt(() -> approve(before, decided));

        finishAndAssert(decided);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void paysByWhatTwoApprovedWhenAnAnswerIsLost(int writes) {
        GrantApplication.Decided decided = checked();
        way.befall(FaultyStore.dyingAfterWrites(writes, FaultyStore.Fate.IS_NOT_ANSWERED));
        attempt(() -> approve(before, decided));

        finishAndAssert(decided);
    }

    private void finishAndAssert(GrantApplication.Decided decided) {
        after.get(CheckReport.class).finishAll();
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    Stage left = report(after, decided).body().stage();
                    Award award = after.get(Awards.class).find(decided.filing().id()).body();
                    assertThat(left).isInstanceOfAny(Stage.Checked.class, Stage.Concluded.class);
                    assertThat(award.receipts() != null).isEqualTo(left instanceof Stage.Concluded);
                });
        attempt(() -> approve(after, decided));
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    assertThat(report(after, decided).body().stage())
                            .isInstanceOf(Stage.Concluded.class);
                    assertThat(after.get(Awards.class).find(decided.filing().id()).body())
                            .extracting(Award::receipts)
                            .extracting(Receipts::costs)
                            .isEqualTo(ACCEPTED);
                });
    }

    private GrantApplication.Decided checked() {
        GrantApplication.Decided decided = granted(before.publishedCall(CAP, CAP, scheme()));
        ApplicationId id = decided.filing().id();
        accept(before, decided);
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    WriteReport write = before.get(WriteReport.class);
                    String file =
                            write.attach(id, "kuitti.pdf", FileContent.of(PDF))
                                    .orElseThrow()
                                    .file()
                                    .id();
                    var _ = write.write(id, content(file), version(decided));
                    var _ = write.handIn(decided, "anna", version(decided));
                    var _ = before.get(CheckReport.class).check(decided, check(), version(decided));
                    assertThat(report(before, decided).body().stage())
                            .isInstanceOf(Stage.Checked.class);
                });
        return decided;
    }

    private static Check check() {
        return new Check(
                Check.Finding.PARTLY_APPROVED,
                ACCEPTED,
                Euros.ZERO,
                "Kahvit eivät kuulu",
                "first",
                Instant.parse("2027-03-10T10:00:00Z"));
    }

    private static ReportContent content(String file) {
        return new ReportContent(
                List.of(new CostShare(CostCategory.PREMISES, CAP)),
                List.of(
                        new CostReceipt(
                                CostCategory.PREMISES,
                                LocalDate.of(2026, 2, 1),
                                CAP,
                                "Seurojentalo",
                                file)),
                Figures.UNTOLD,
                "Juhla pidettiin");
    }

    private long version(GrantApplication.Decided decided) {
        return report(before, decided).version();
    }

    private static Stored<UsageReport> report(
            GrantsInstance instance, GrantApplication.Decided decided) {
        return instance.get(UsageReports.class).find(decided.filing().id()).orElseThrow();
    }

    private static void approve(GrantsInstance instance, GrantApplication.Decided decided) {
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    CheckReport check = instance.get(CheckReport.class);
                    var _ =
                            check.approve(
                                    decided, "second", check.load(decided).orElseThrow().version());
                });
    }

    private static void accept(GrantsInstance instance, GrantApplication.Decided decided) {
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    AnswerAward answers = instance.get(AnswerAward.class);
                    var _ = answers.accept(decided, "anna", answers.load(decided).version());
                });
    }

    private GrantApplication.Decided granted(CallId call) {
        ApplicationId id = before.submitted(call, CAP);
        var _ = before.decide(id, GrantsInstance.grant(CAP), GrantsInstance.request());
        return before.load(id).decided().orElseThrow();
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (MongoException e) {
            assertThat(e).isNotNull();
        }
    }

    private static Scheme scheme() {
        return new Scheme(
                GrantKind.PROJECT,
                BudgetLine.UNTOLD,
                false,
                null,
                null,
                null,
                new PaymentTerms.Afterwards(null, false),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                false,
                Acceptance.USUAL,
                new ReportTerms(new ReportTerms.Due.AfterDecision(90), 0, false),
                false);
    }
}
