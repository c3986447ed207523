package fi.kumppani.grants.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.grants.attachment.AttachedFiles;
import fi.kumppani.grants.attachment.Attachment;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.AttachFiles;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.grantapplication.SubmitGrantApplication;
import fi.kumppani.grants.interest.Ground;
import fi.kumppani.grants.interest.Recusal;
import fi.kumppani.grants.interest.Recusals;
import fi.kumppani.grants.recovery.Hearing;
import fi.kumppani.grants.recovery.Recoveries;
import fi.kumppani.grants.recovery.Recovery;
import fi.kumppani.grants.recovery.RecoveryClaim;
import fi.kumppani.grants.recovery.RecoveryGround;
import fi.kumppani.grants.redress.Redress;
import fi.kumppani.grants.redress.RedressCase;
import fi.kumppani.grants.redress.Redresses;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

class ForgetAgedCrashTests {

    private static final Euros SUM = Euros.parse("300");
    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final LocalDate today = LocalDate.now(Clock.systemUTC());
    private final LocalDate muchLater = today.plusYears(12);
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
    @EnumSource(names = {"IS_LOST", "IS_NOT_ANSWERED"})
    void leavesNothingHalfErasedWhereverItDies(FaultyStore.Fate fate) {
        for (int writes = 0; writes < 24; writes += 1) {
            ApplicationId decided = decided();
            ApplicationId draft = draft();
            String file = file(draft);
            way.befall(FaultyStore.dyingAfterWrites(writes, fate));
            attempt(() -> before.get(ForgetAged.class).forgetAll(muchLater));
            way.heal();

            in(() -> assertThatNothingIsNamedWithoutContent(decided));
            in(() -> assertThatNothingIsNamedWithoutContent(draft));
            after.get(ForgetAged.class).forgetAll(muchLater);

            in(() -> assertThatOnlySumsAreLeft(decided));
            in(() -> assertThat(after.get(GrantApplications.class).find(draft)).isEmpty());
            in(() -> assertThat(after.get(AttachedFiles.class).find(file)).isEmpty());
        }
    }

    @Test
    void keepsEverythingUntilItsTimeIsOverAndErasesItOnce() {
        ApplicationId decided = decided();
        ForgetAged forget = after.get(ForgetAged.class);
        LocalDate last = LocalDate.of(today.getYear(), 12, 31).plusYears(10);

        forget.forgetAll(last);
        in(() -> assertThat(proposal(decided).purpose()).isNotNull());
        in(() -> assertThat(log(decided).find(DocumentKind.APPLICATION)).isEmpty());
        forget.forgetAll(last.plusDays(1));
        in(() -> assertThatOnlySumsAreLeft(decided));
        ErasureLog told = Tenancy.callIn(GrantsInstance.HERE, () -> log(decided));
        forget.forgetAll(last.plusYears(3));

        in(() -> assertThat(log(decided)).isEqualTo(told));
        assertThat(told.toString()).doesNotContain("Kyläjuhla", "example.org", "officer");
    }

    @Test
    void erasesNothingWhileAClaimIsOpen() {
        ApplicationId decided = decided();
        in(() -> claim(decided, null));

        after.get(ForgetAged.class).forgetAll(muchLater);

        in(
                () -> {
                    assertThat(proposal(decided).purpose()).isNotNull();
                    assertThat(log(decided).erasures()).isEmpty();
                    GrantApplication application = after.peek(decided);
                    assertThat(after.get(ReadRetention.class).of(application).lifespan())
                            .isInstanceOfSatisfying(
                                    Lifespan.Open.class,
                                    open ->
                                            assertThat(open.holds())
                                                    .containsExactly(LegalHold.REDRESS_OPEN));
                });
    }

    @Test
    void erasesByTheTimesOfEachMunicipality() {
        ApplicationId here = decided();
        MunicipalityCode elsewhere = new MunicipalityCode("179");
        GrantsInstance there = after.in(elsewhere);
        ApplicationId foreign = there.submitted(there.publishedCall(SUM, SUM), SUM);
        var _ = there.decide(foreign, GrantsInstance.grant(SUM), GrantsInstance.request());
        Tenancy.runIn(
                elsewhere,
                () -> {
                    ChooseRetention choose = after.get(ChooseRetention.class);
                    var _ =
                            choose.choose(
                                    DocumentKind.APPLICATION,
                                    Period.ofYears(20),
                                    "§ 1",
                                    "coordinator",
                                    0);
                });

        after.get(ForgetAged.class).forgetAll(muchLater);

        in(() -> assertThat(proposal(here).purpose()).isNull());
        Tenancy.runIn(elsewhere, () -> assertThat(proposal(foreign).purpose()).isNotNull());
    }

    private void assertThatNothingIsNamedWithoutContent(ApplicationId id) {
        after.get(GrantApplications.class)
                .find(id)
                .ifPresent(
                        found ->
                                assertThat(found.body().proposal().attachments().listed())
                                        .allMatch(
                                                each ->
                                                        after.get(AttachedFiles.class)
                                                                .find(each.key())
                                                                .isPresent()));
    }

    private void assertThatOnlySumsAreLeft(ApplicationId id) {
        Proposal left = proposal(id);
        assertThat(left.purpose()).isNull();
        assertThat(left.contact()).isNull();
        assertThat(left.attachments().listed()).isEmpty();
        assertThat(left.attachments().leaving()).isEmpty();
        assertThat(left.requested()).isEqualTo(SUM);
        assertThat(after.peek(id).decided().orElseThrow().decision().granted()).isEqualTo(SUM);
        assertThat(after.get(Redresses.class).of(id).body().cases())
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.claim()).isNull();
                            assertThat(each.ruling()).isNotNull();
                        });
        assertThat(after.get(Recoveries.class).of(id).body().claims())
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.reason()).isEmpty();
                            assertThat(each.amount()).isEqualTo(SUM);
                        });
        assertThat(after.get(Recusals.class).of(id.value())).isEmpty();
        assertThat(log(id).underWay()).isEmpty();
        assertThat(log(id).find(DocumentKind.APPLICATION)).isPresent();
        assertThat(log(id).find(DocumentKind.DECISION)).isEmpty();
    }

    private ErasureLog log(ApplicationId id) {
        return after.get(Erasures.class).of(id.value());
    }

    private Proposal proposal(ApplicationId id) {
        return after.get(GrantApplications.class).find(id).orElseThrow().body().proposal();
    }

    private ApplicationId draft() {
        AssociationId association =
                registry.association(
                        UUID.randomUUID().toString(), AssociationForm.REGISTERED_ASSOCIATION);
        ApplicationId id = after.started(after.publishedCall(SUM, SUM), association, SUM);
        in(
                () -> {
                    var _ =
                            after.get(AttachFiles.class)
                                    .attach(id, "saannot.pdf", null, FileContent.of(PDF));
                });
        return id;
    }

    private String file(ApplicationId id) {
        return Tenancy.callIn(
                GrantsInstance.HERE,
                () ->
                        proposal(id).attachments().listed().stream()
                                .map(Attachment::key)
                                .findFirst()
                                .orElseThrow());
    }

    private ApplicationId decided() {
        ApplicationId id = draft();
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    var submitted = after.get(SubmitGrantApplication.class).submit(id, 2);
                    assertThat(submitted).isPresent();
                });
        var _ = after.decide(id, GrantsInstance.grant(SUM), GrantsInstance.request());
        in(
                () -> {
                    claim(
                            id,
                            new RedressCase.Ruling(
                                    RedressCase.Outcome.WITHDRAWN, today, null, null));
                    var _ =
                            after.get(Recoveries.class)
                                    .move(
                                            id,
                                            OptionalLong.empty(),
                                            _ -> new Recovery.Moved.To(dropped(id)));
                    after.get(Recusals.class)
                            .note(
                                    id.value(),
                                    new Recusal(
                                            "officer",
                                            Ground.OWN_STATEMENT,
                                            Recusal.Manner.STATED,
                                            Instant.EPOCH));
                });
        return id;
    }

    private static Recovery dropped(ApplicationId id) {
        return new Recovery(
                id,
                List.of(
                        new RecoveryClaim(
                                1,
                                RecoveryGround.UNUSED,
                                SUM,
                                "Anna ei selvittänyt",
                                new Hearing.Waived(Hearing.Why.UNNECESSARY),
                                "officer",
                                GrantsInstance.request(),
                                new RecoveryClaim.Stage.Dropped())),
                List.of());
    }

    private void claim(ApplicationId id, RedressCase.@Nullable Ruling ruling) {
        Optional<String> _ =
                after.get(Redresses.class)
                        .change(
                                id,
                                OptionalLong.empty(),
                                _ ->
                                        new Redresses.Step<>(
                                                new Redress(
                                                        id,
                                                        List.of(
                                                                new RedressCase(
                                                                        1,
                                                                        RedressCase.Kind
                                                                                .PARTY_CLAIM,
                                                                        today,
                                                                        false,
                                                                        1,
                                                                        "lautakunta",
                                                                        GrantsInstance.request(),
                                                                        new RedressCase.Claim(
                                                                                "Anna", "Väärin"),
                                                                        ruling)),
                                                        null),
                                                1,
                                                Optional.empty()));
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (MongoException e) {
            assertThat(e).isNotNull();
        }
    }

    private static void in(Runnable work) {
        Tenancy.runIn(GrantsInstance.HERE, work);
    }
}
