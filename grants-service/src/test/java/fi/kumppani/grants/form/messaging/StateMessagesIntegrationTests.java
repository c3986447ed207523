package fi.kumppani.grants.form.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.testing.TestMessages;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is written once and read by others is told as well. */
@GrantsServiceTest
class StateMessagesIntegrationTests {

    private static final String FORM =
            """
            {"title":{"fi":"Hakemus"},"sections":[{"id":"plan","title":{"fi":"%s"},
             "questions":[{"id":"aim","kind":"text","label":{"fi":"Tavoite"}}]}]}
            """;

    @Autowired Api api;
    @Autowired TestMessages messages;

    @Test
    void tellsOfEveryVersionOfAForm() {
        Answer first = api.post("/forms", Api.officer(), FORM.formatted("Suunnitelma"));
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        String id = first.text("/id");
        Answer second =
                api.put(
                        "/forms/" + id,
                        Api.officer(),
                        first.header("ETag"),
                        FORM.formatted("Toimintasuunnitelma"));
        assertThat(second.status()).as(second.body()).isEqualTo(200);

        var told =
                messages.awaitMessage(
                        Topics.GRANTS_FORM,
                        each ->
                                each.subject().equals(id)
                                        && String.valueOf(each.body()).contains("\"version\":2"));

        assertThat(told.body()).doesNotContain("Tavoite");
    }

    @Test
    void tellsThatADraftWasStartedAndNothingOfWhatIsInIt() {
        String association = api.association();
        Answer started =
                api.post(
                        "/applications",
                        Api.officer(),
                        Api.applicationBody(
                                api.publishedCall("1000.00", "400.00"), association, "100.00"));

        var told =
                messages.awaitMessage(
                        Topics.GRANTS_APPLICATION,
                        each ->
                                each.subject().equals(started.text("/id"))
                                        && each.type().equals("grants.application.started.v1"));

        assertThat(told.body()).contains(association).doesNotContain("Kyläjuhla", "@", "100.00");
    }

    @Test
    void tellsOfEditionsOfTheAppealInstruction() {
        Api here = api.in("005");
        here.haveAnAppealEdition();

        var told =
                messages.awaitMessage(Topics.GRANTS_APPEAL, each -> each.subject().equals("005"));

        assertThat(told.body()).contains("2020-01-01").doesNotContain("@");
    }
}
