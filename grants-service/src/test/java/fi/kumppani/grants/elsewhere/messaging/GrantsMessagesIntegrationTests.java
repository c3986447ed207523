package fi.kumppani.grants.elsewhere.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.Money;
import fi.kumppani.contracts.grants.Application;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationRevised;
import fi.kumppani.contracts.grants.Call;
import fi.kumppani.contracts.grants.CallPublished;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What other municipalities decided, told through the real binding, as an officer sees it. */
@GrantsServiceTest
class GrantsMessagesIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;

    @Test
    void changesNothingWhenDeliveredTwice() {
        String association = api.association();
        String call = call();
        Application first = application(association, call, 2026, "granted", "200.00");
        TestMessage decided = decided(first).sequence(2);
        TestMessage revised =
                TestMessage.of(
                                new ApplicationRevised(
                                        new Application(
                                                first.id(),
                                                first.diaryNumber(),
                                                call,
                                                association,
                                                2026,
                                                first.requested(),
                                                "partly-granted",
                                                new Money("150.00", "EUR"),
                                                List.of(),
                                                first.decidedOn(),
                                                false),
                                        2,
                                        "claim"))
                        .about(first.id())
                        .in("179")
                        .sequence(3);

        messages.publish(decided, revised, revised, decided);
        messages.awaitAllHandled("grantsMessages");

        Answer seen = elsewhere(association);
        assertThat(seen.json().at("/items")).hasSize(1);
        assertThat(seen.text("/granted")).isEqualTo("150.00");
        assertThat(seen.text("/items/0/municipality")).isEqualTo("179");
        assertThat(seen.text("/items/0/outcome")).isEqualTo("partly-granted");
        assertThat(seen.text("/items/0/callTitle/fi")).isEqualTo("Hankeavustus");
        assertThat(seen.text("/items/0/kind")).isEqualTo("project");
        assertThat(seen.text("/items/0/isSameKind")).isEqualTo("false");
    }

    @Test
    void showsNothingOfOtherYearsNorOfWhatIsUndecidedNorOfThisMunicipality() {
        String association = api.association();
        String call = call();
        messages.publish(
                decided(application(association, call, 2025, "granted", "200.00")),
                decided(application(association, call, 2026, "submitted", null)));
        String here = api.granted(association);
        messages.awaitAllHandled("grantsMessages");

        Answer seen = api.get("/applications/" + here + "/decided-elsewhere", Api.officer());

        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(seen.json().at("/items")).isEmpty();
    }

    @Test
    void isForThoseWhoMayHandleTheApplicationAlone() {
        String association = api.association();
        api.mandate("applicant-of-elsewhere", association);
        String id = api.submitted(api.publishedCall("1000.00", "400.00"), association, "100.00");
        String path = "/applications/" + id + "/decided-elsewhere";

        assertThat(api.get(path, Api.person("applicant-of-elsewhere")).status()).isEqualTo(403);
        assertThat(api.get(path, Api.stranger()).status()).isEqualTo(404);
        assertThat(api.in("179").get(path, Api.stranger()).status()).isEqualTo(404);
    }

    private Answer elsewhere(String association) {
        String id = api.submitted(api.publishedCall("1000.00", "400.00"), association, "100.00");
        Answer seen = api.get("/applications/" + id + "/decided-elsewhere", Api.officer());
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        return seen;
    }

    private String call() {
        String id = api.newId();
        messages.publish(
                TestMessage.of(
                                new CallPublished(
                                        new Call(
                                                id,
                                                new LocalizedTexts("Hankeavustus", null, null),
                                                2026,
                                                new Money("1000.00", "EUR"),
                                                new Money("400.00", "EUR"),
                                                List.of(),
                                                Instant.EPOCH,
                                                Instant.EPOCH,
                                                false,
                                                "project")))
                        .about(id)
                        .in("179"));
        return id;
    }

    private static TestMessage decided(Application application) {
        return TestMessage.of(new ApplicationDecided(application))
                .about(application.id())
                .in("179");
    }

    private Application application(
            String association, String call, int year, String status, @Nullable String granted) {
        return new Application(
                api.newId(),
                "179/" + year + "/00001",
                call,
                association,
                year,
                new Money("200.00", "EUR"),
                status,
                granted == null ? null : new Money(granted, "EUR"),
                List.of(),
                granted == null ? null : LocalDate.of(year, 5, 1),
                false);
    }
}
