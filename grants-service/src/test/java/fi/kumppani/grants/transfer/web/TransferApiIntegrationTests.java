package fi.kumppani.grants.transfer.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;

@GrantsServiceTest
class TransferApiIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;

    private String association;
    private String path;

    @BeforeEach
    void haveAnApplication() {
        association = api.association();
        api.mandate("anna", association);
        String id = api.submitted(api.publishedCall("30000.00", "400.00"), association, "300.00");
        path = "/applications/" + id;
    }

    @Test
    void goesOnUnderTheOtherCallFromWhenItArrived() {
        String call = api.publishedCall("30000.00", "400.00");
        String submittedAt = api.get(path, Api.officer()).text("/submittedAt");

        Answer moved = transfer(call, "");
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        String there = "/applications/" + moved.text("/applicationId");
        assertThat(moved.text("/callId")).isEqualTo(call);
        Answer now = api.get(there, Api.person("anna"));
        assertThat(now.text("/status")).isEqualTo("submitted");
        assertThat(now.text("/submittedAt")).isEqualTo(submittedAt);
        assertThat(now.text("/diaryNumber"))
                .isNotEqualTo(api.get(path, Api.officer()).text("/diaryNumber"));
        assertThat(now.text("/transferredFrom")).isEqualTo(path.substring(14));
        Answer before = api.get(path, Api.person("anna"));
        assertThat(before.text("/status")).isEqualTo("transferred");
        assertThat(before.text("/transferredTo")).isEqualTo(moved.text("/applicationId"));

        Answer mailed = api.contact(path.substring(14), "grant-transferred");
        assertThat(mailed.text("/contacts/0/facts/diaryNumber"))
                .isEqualTo(now.text("/diaryNumber"));
        assertThat(transfer(call, "").text("/applicationId"))
                .isEqualTo(moved.text("/applicationId"));
        String reason = decide(path).text("/reason");
        assertThat(reason).isEqualTo("transferred");
        assertThat(decide(there).status()).isEqualTo(201);
        assertThat(
                        messages.awaitMessage(
                                        Topics.GRANTS_APPLICATION,
                                        each ->
                                                each.subject().equals(path.substring(14))
                                                        && each.type().endsWith("transferred.v1"))
                                .body())
                .contains(moved.text("/applicationId"), call);
    }

    @Test
    void asksForWhatTheOtherCallNeeds() {
        String call =
                api.publishedCallWith(
                        "{\"kind\":\"project\",\"attachments\":[{\"id\":\"plan\",\"label\":{\"fi\":\"Suunnitelma\"}}]}");
        Answer missing = transfer(call, "");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text("/errors/0/field")).isEqualTo("supplement");
        assertThat(missing.body()).contains("attachments.plan");

        Answer moved =
                transfer(
                        call,
                        ",\"supplement\":{\"what\":{\"fi\":\"Suunnitelma\"},\"dueOn\":\"%s\"}"
                                .formatted(LocalDate.now(FinnishTime.ZONE).plusDays(30)));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        Answer there = api.get("/applications/" + moved.text("/applicationId"), Api.person("anna"));
        assertThat(there.text("/status")).isEqualTo("supplementing");
        assertThat(there.text("/supplement/what/fi")).isEqualTo("Suunnitelma");
    }

    @Test
    void isRefusedWhereItCouldNotHaveArrived() {
        assertThat(transfer(api.publishedCall("30000.00", "100.00"), "").text("/reason"))
                .isEqualTo("over-cap");
        assertThat(transfer(api.get(path, Api.officer()).text("/callId"), "").text("/reason"))
                .isEqualTo("same-call");
        Answer unknown = transfer(api.newId(), "");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text("/errors/0/field")).isEqualTo("callId");
        assertThat(api.get(path, Api.officer()).text("/status")).isEqualTo("submitted");

        String call = api.publishedCall("30000.00", "400.00");
        assertThat(transfer(Api.decider(), call, "").status()).isEqualTo(403);
        assertThat(transfer(Api.person("anna"), call, "").status()).isEqualTo(403);
        assertThat(transfer(Api.stranger(), call, "").status()).isEqualTo(404);
        assertThat(decide(path).status()).isEqualTo(201);
        assertThat(transfer(call, "").text("/reason")).isEqualTo("already-decided");
    }

    private Answer transfer(String call, String more) {
        return transfer(Api.officer(), call, more);
    }

    private Answer transfer(Tokens by, String call, String more) {
        return api.put(
                path + "/transfer",
                by,
                api.get(path, Api.officer()).header("ETag"),
                "{\"callId\":\"" + call + "\"" + more + "}");
    }

    private Answer decide(String of) {
        return api.post(
                of + "/decision", Api.decider(), "{\"decision\":\"grant\",\"amount\":\"300.00\"}");
    }
}
