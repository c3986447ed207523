package fi.kumppani.grants.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.grants.GrantsInstance;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.grants.attachment.Attachment;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.AttachFiles;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.GrantApplications;
import fi.kumppani.grants.grantapplication.ListArrivedApplications;
import fi.kumppani.grants.grantapplication.SubmitGrantApplication;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Wherever moving breaks off: it is under one call or the other, never under both or neither. */
class TransferCrashTests {

    private static final Euros CAP = Euros.parse("400");
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
    @CsvSource({
        "0, IS_LOST",
        "1, IS_LOST",
        "2, IS_LOST",
        "3, IS_LOST",
        "4, IS_LOST",
        "5, IS_LOST",
        "6, IS_LOST",
        "7, IS_LOST",
        "8, IS_LOST",
        "9, IS_LOST",
        "0, IS_NOT_ANSWERED",
        "2, IS_NOT_ANSWERED",
        "4, IS_NOT_ANSWERED",
        "6, IS_NOT_ANSWERED",
    })
    void isUnderOneCall(int writes, FaultyStore.Fate fate) {
        CallId wrong = before.publishedCall(CAP, CAP);
        CallId right = before.publishedCall(CAP, CAP);
        ApplicationId id = submittedWithAFile(wrong);
        way.befall(FaultyStore.dyingAfterWrites(writes, fate));
        try {
            transfer(before, id, right);
        } catch (MongoException | IllegalStateException crashed) {
            // What the other process finds is the point.
        }

        after.get(FinishTransfer.class).finishAll();
        boolean moved = body(id) instanceof GrantApplication.Transferred;
        assertThat(arrived(right)).hasSize(moved ? 1 : 0);

        transfer(after, id, right);
        assertThat(body(id))
                .isInstanceOfSatisfying(
                        GrantApplication.Transferred.class,
                        there -> assertThat(there.done()).isTrue());
        List<GrantApplication> there = arrived(right);
        assertThat(there).hasSize(1);
        GrantApplication one = there.getFirst();
        assertThat(one.arrived().orElseThrow().at())
                .isEqualTo(body(id).arrived().orElseThrow().at());
        Attachment file = one.proposal().attachments().listed().getFirst();
        assertThat(content(one.filing().id(), file)).isPresent();
    }

    private ApplicationId submittedWithAFile(CallId call) {
        var association = registry.association("village", AssociationForm.REGISTERED_ASSOCIATION);
        ApplicationId id = before.started(call, association, CAP);
        Tenancy.runIn(
                GrantsInstance.HERE,
                () -> {
                    var _ =
                            before.get(AttachFiles.class)
                                    .attach(id, "suunnitelma.pdf", null, FileContent.of(PDF));
                    var _ =
                            before.get(SubmitGrantApplication.class)
                                    .submit(id, version(before, id));
                });
        assertThat(body(id)).isInstanceOf(GrantApplication.Submitted.class);
        return id;
    }

    private static void transfer(GrantsInstance by, ApplicationId id, CallId to) {
        Tenancy.runIn(
                GrantsInstance.HERE,
                () ->
                        assertThat(
                                        by.get(TransferApplication.class)
                                                .transfer(id, to, null, version(by, id)))
                                .containsInstanceOf(TransferApplication.Result.Done.class));
    }

    private static long version(GrantsInstance by, ApplicationId id) {
        return by.get(GrantApplications.class).find(id).orElseThrow().version();
    }

    private GrantApplication body(ApplicationId id) {
        return Tenancy.callIn(
                GrantsInstance.HERE,
                () -> after.get(GrantApplications.class).find(id).map(Stored::body).orElseThrow());
    }

    private List<GrantApplication> arrived(CallId call) {
        return Tenancy.callIn(
                GrantsInstance.HERE,
                () ->
                        after.get(ListArrivedApplications.class).list(call, 0, 10).stream()
                                .flatMap(row -> row.application().stream())
                                .toList());
    }

    private Optional<FileContent> content(ApplicationId id, Attachment file) {
        return Tenancy.callIn(
                GrantsInstance.HERE,
                () ->
                        after.get(AttachFiles.class)
                                .read(id, file.id())
                                .map(AttachFiles.Read::content));
    }
}
