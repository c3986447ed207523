package fi.kumppani.grants.grantapplication.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.DueCallWork;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@GrantsServiceTest
class ProgressApiIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired List<DueCallWork> works;
    @Autowired Clock clock;

    @Test
    void isTakenBackByItsApplicantUntilItIsDecided() {
        String association = api.association();
        api.mandate("eeva", association);
        String call =
                api.publishedCallWith(
                        "{\"kind\":\"event\",\"rules\":[{\"rule\":\"at-most\",\"applications\":1}]}");
        String id = api.submitted(call, association, "400.00");
        String withdrawal = "/applications/" + id + "/withdrawal";

        assertThat(api.put(withdrawal, Api.person("vieras"), "\"2\"", "").status()).isEqualTo(404);
        assertThat(api.put(withdrawal, Api.decider(), "\"2\"", "").status()).isEqualTo(403);
        assertThat(api.put(withdrawal, Api.person("eeva"), "\"1\"", "").status()).isEqualTo(412);
        Answer withdrawn = api.put(withdrawal, Api.person("eeva"), "\"2\"", "");

        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(withdrawn.text("/status")).isEqualTo("withdrawn");
        assertThat(withdrawn.json().has("diaryNumber")).isTrue();
        assertThat(api.put(withdrawal, Api.person("eeva"), "\"3\"", "").status()).isEqualTo(200);
        ReceivedMessage told = await(id, "grants.application.withdrawn.v1");
        assertThat(told.subject()).isEqualTo(id);
        assertThat(decision(id).text("/reason")).isEqualTo("withdrawn");
        assertThat(ask(id, "3", tomorrow()).text("/reason")).isEqualTo("withdrawn");
        assertThat(api.submitted(call, association, "400.00")).isNotEqualTo(id);
    }

    @Test
    void isNotTakenBackWhenItIsDecidedOrNeverWasHandedIn() {
        String call = api.publishedCall("30000.00", "400.00");
        String decided = api.submitted(call, api.association(), "400.00");
        assertThat(decision(decided).status()).isEqualTo(201);
        String draft =
                api.post(
                                "/applications",
                                Api.officer(),
                                Api.applicationBody(call, api.association(), "400.00"))
                        .text("/id");

        assertThat(
                        api.put(
                                        "/applications/" + decided + "/withdrawal",
                                        Api.officer(),
                                        "\"4\"",
                                        "")
                                .text("/reason"))
                .isEqualTo("already-decided");
        assertThat(
                        api.put(
                                        "/applications/" + draft + "/withdrawal",
                                        Api.officer(),
                                        "\"1\"",
                                        "")
                                .text("/reason"))
                .isEqualTo("not-submitted");
    }

    @Test
    void isCompletedByItsApplicantInTime() {
        String association = api.association();
        api.mandate("eeva", association);
        String id = api.submitted(api.publishedCall("30000.00", "400.00"), association, "400.00");
        String number = api.get("/applications/" + id, Api.officer()).text("/diaryNumber");
        String supplement = "/applications/" + id + "/supplement";
        assertThat(api.put(supplement, Api.person("eeva"), "\"2\"", "").text("/reason"))
                .isEqualTo("no-supplement-asked");

        Answer asked = ask(id, "2", tomorrow());

        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        assertThat(asked.text("/status")).isEqualTo("supplementing");
        assertThat(asked.text("/supplement/what/fi")).isEqualTo("Tilinpäätös puuttuu");
        assertThat(asked.text("/supplement/dueOn")).isEqualTo(tomorrow().toString());
        assertThat(decision(id).text("/reason")).isEqualTo("being-supplemented");
        await(id, "grants.application.supplement-requested.v1");
        Answer contact = api.contact(id, "grant-supplement");
        assertThat(contact.text("/contacts/0/email")).isEqualTo("kyla@example.org");
        assertThat(contact.text("/contacts/0/facts/supplement/fi"))
                .isEqualTo("Tilinpäätös puuttuu");
        assertThat(contact.text("/contacts/0/facts/supplementBy")).isEqualTo(tomorrow().toString());

        assertThat(api.put(supplement, Api.person("eeva"), "\"2\"", "").status()).isEqualTo(412);
        Answer completed = api.put(supplement, Api.person("eeva"), "\"3\"", "");
        assertThat(completed.status()).as(completed.body()).isEqualTo(200);
        assertThat(completed.text("/status")).isEqualTo("submitted");
        assertThat(completed.text("/diaryNumber")).isEqualTo(number);
        await(id, "grants.application.supplemented.v1");
        assertThat(api.contact(id, "grant-supplement").json().at("/contacts/0/found").asBoolean())
                .isFalse();
        assertThat(decision(id).status()).isEqualTo(201);
    }

    @Test
    void isAskedForByOfficersAlone() {
        String id =
                api.submitted(api.publishedCall("30000.00", "400.00"), api.association(), "400.00");
        String path = "/applications/" + id + "/supplement-request";

        assertThat(api.put(path, Api.decider(), "\"2\"", body(tomorrow())).status()).isEqualTo(403);
        assertThat(api.put(path, Api.stranger(), "\"2\"", body(tomorrow())).status())
                .isEqualTo(404);
        assertThat(ask(id, "1", tomorrow()).status()).isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 400})
    void isAskedForByADayAheadWithinAYear(int days) {
        String id =
                api.submitted(api.publishedCall("30000.00", "400.00"), api.association(), "400.00");

        Answer refused = ask(id, "2", tomorrow().plusDays(days - 1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("dueOn");
        assertThat(api.get("/applications/" + id, Api.officer()).text("/status"))
                .isEqualTo("submitted");
    }

    @Test
    void isRememberedADayBeforeItIsLate() {
        String call = api.publishedCall("30000.00", "400.00");
        String association = api.association();
        String draft =
                api.post(
                                "/applications",
                                Api.officer(),
                                Api.applicationBody(call, association, "400.00"))
                        .text("/id");
        String submitted = api.submitted(call, association, "400.00");
        Instant closing = Instant.parse(api.get("/calls/" + call).text("/closesAt"));

        carryOut(call, closing.minus(Duration.ofHours(25)));
        carryOut(call, closing.minus(Duration.ofHours(24)));
        carryOut(call, closing.minus(Duration.ofHours(23)));

        ReceivedMessage told =
                messages.awaitMessage(
                        Topics.GRANTS_APPLICATION,
                        each ->
                                each.type().equals("grants.application.closing-soon.v1")
                                        && each.subject().startsWith(draft));
        assertThat(told.subject()).isEqualTo(draft + ":" + closing.toEpochMilli());
        assertThat(
                        messages.received(Topics.GRANTS_APPLICATION).stream()
                                .filter(each -> each.type().endsWith("closing-soon.v1"))
                                .filter(
                                        each ->
                                                each.subject().startsWith(draft)
                                                        || each.subject().startsWith(submitted)))
                .hasSize(1);
        assertThat(api.get("/applications/" + draft, Api.officer()).header("ETag"))
                .isEqualTo("\"1\"");
        Answer contact = api.contact(draft, "grant-closing-soon");
        assertThat(contact.text("/contacts/0/email")).isEqualTo("kyla@example.org");
        assertThat(contact.text("/contacts/0/facts/closesAt")).isEqualTo(closing.toString());
        var _ = api.put("/applications/" + draft + "/submission", Api.officer(), "\"1\"", "");
        assertThat(
                        api.contact(draft, "grant-closing-soon")
                                .json()
                                .at("/contacts/0/found")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void isNotRememberedWhenItIsLateAlready() {
        String call = api.publishedCall("30000.00", "400.00");
        String draft =
                api.post(
                                "/applications",
                                Api.officer(),
                                Api.applicationBody(call, api.association(), "400.00"))
                        .text("/id");

        carryOut(call, clock.instant().plus(Duration.ofDays(31)));

        messages.awaitMessage(
                Topics.GRANTS_CALL,
                each -> each.subject().equals(call) && each.type().equals("grants.call.closed.v1"));
        assertThat(messages.received(Topics.GRANTS_APPLICATION))
                .noneMatch(
                        each ->
                                each.subject().startsWith(draft)
                                        && each.type().endsWith("closing-soon.v1"));
    }

    private void carryOut(String call, Instant now) {
        Tenancy.runIn(
                new MunicipalityCode(Api.SEINAJOKI),
                () -> {
                    works.forEach(work -> work.carryOut(new CallId(call), now));
                    works.forEach(work -> work.carryOut(new CallId(call), now));
                });
    }

    private ReceivedMessage await(String id, String type) {
        return messages.awaitMessage(
                Topics.GRANTS_APPLICATION,
                each -> each.subject().equals(id) && each.type().equals(type));
    }

    private Answer ask(String id, String version, LocalDate dueOn) {
        return api.put(
                "/applications/" + id + "/supplement-request",
                Api.officer(),
                "\"" + version + "\"",
                body(dueOn));
    }

    private static String body(LocalDate dueOn) {
        return "{\"what\":{\"fi\":\"Tilinpäätös puuttuu\"},\"dueOn\":\"" + dueOn + "\"}";
    }

    private LocalDate tomorrow() {
        return FinnishTime.today(clock).plusDays(1);
    }

    private Answer decision(String id) {
        return api.post(
                "/applications/" + id + "/decision",
                Api.decider(),
                "{\"decision\":\"refuse\",\"reasons\":[\"incomplete\"]}");
    }
}
