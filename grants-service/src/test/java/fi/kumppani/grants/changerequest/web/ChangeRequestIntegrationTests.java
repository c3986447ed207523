package fi.kumppani.grants.changerequest.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.AtOnce;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;

@GrantsServiceTest
class ChangeRequestIntegrationTests {

    private static final String WISH =
            "{\"use\":\"Syysjuhla\",\"endsOn\":\"2027-10-31\",\"reasons\":\"Sade\"}";

    @Autowired Api api;
    @Autowired TestMessages messages;

    @Test
    void changesTheTermsByADecisionAndTellsOfIt() {
        String association = api.association();
        api.mandate("changing", association);
        String id = api.granted(association);
        String path = path(id);
        Answer asked = api.post(path, Api.personFromElsewhere("changing"), WISH, "change-ask-1");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(asked.text("/items/0/status")).isEqualTo("open");
        assertThat(asked.text("/terms/use")).isEqualTo("Kyläjuhlan esiintyjät");
        assertThat(api.post(path, Api.personFromElsewhere("changing"), WISH, "change-ask-1").body())
                .isEqualTo(asked.body());
        assertThat(api.post(path, Api.officer(), WISH).text("/reason")).isEqualTo("change-pending");

        Answer ruled =
                rule(
                        id,
                        asked.header("ETag"),
                        "{\"approved\":true,\"explanation\":{\"fi\":\"Sopii\"}}");

        assertThat(ruled.status()).as(ruled.body()).isEqualTo(200);
        assertThat(ruled.text("/items/0/status")).isEqualTo("approved");
        assertThat(ruled.text("/terms/use")).isEqualTo("Syysjuhla");
        assertThat(ruled.text("/terms/endsOn")).isEqualTo("2027-10-31");
        assertThat(api.get("/applications/" + id, Api.officer()).text("/decision/granted"))
                .isEqualTo("300.00");
        ReceivedMessage told =
                messages.awaitMessage(
                        Topics.GRANTS_CHANGE,
                        each ->
                                each.subject().equals(id)
                                        && String.valueOf(each.body()).contains("approved"));
        assertThat(String.valueOf(told.body()))
                .contains("2027-10-31")
                .doesNotContain("Syysjuhla", "Sade");
        Answer contact = api.contact(id, "grant-change-ruled");
        assertThat(contact.text("/contacts/0/facts/changeOutcome"))
                .as(contact.body())
                .isEqualTo("approved");
        assertThat(rule(id, ruled.header("ETag"), refusal()).text("/reason"))
                .isEqualTo("change-ended");
    }

    @Test
    void approvesSomeOfItRefusesOrLetsItBeTakenBack() {
        String id = api.granted(api.association());
        Answer first = api.post(path(id), Api.officer(), WISH);
        Answer partly =
                rule(
                        id,
                        first.header("ETag"),
                        """
                        {"approved":true,"terms":{"endsOn":"2027-08-31"},
                         "explanation":{"fi":"Vain elokuuhun"}}
                        """);
        assertThat(partly.text("/items/0/status")).isEqualTo("partly-approved");
        assertThat(partly.text("/terms/endsOn")).isEqualTo("2027-08-31");
        assertThat(partly.text("/terms/use")).isEqualTo("Kyläjuhlan esiintyjät");

        Answer second = api.post(path(id), Api.officer(), WISH);
        Answer refused = rule(id, 2, second.header("ETag"), refusal());
        assertThat(refused.text("/items/1/status")).isEqualTo("refused");
        assertThat(refused.text("/terms/endsOn")).isEqualTo("2027-08-31");

        Answer third = api.post(path(id), Api.officer(), WISH);
        Answer back = api.put(path(id) + "/3/withdrawal", Api.officer(), third.header("ETag"), "");
        assertThat(back.text("/items/2/status")).isEqualTo("withdrawn");
        assertThat(rule(id, 9, back.header("ETag"), refusal()).status()).isEqualTo(404);
        assertThat(rule(id, 1, "\"1\"", refusal()).status()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reasons\":\"x\"} | 422",
                "{\"use\":\"Syysjuhla\"} | 422",
                "{\"beginsOn\":\"2027-09-01\",\"endsOn\":\"2027-08-01\",\"reasons\":\"x\"} | 409",
                "{\"use\":\"Kyläjuhlan esiintyjät\",\"reasons\":\"x\"} | 409"
            })
    void takesNoWishThatMakesNoSense(String body, int status) {
        assertThat(api.post(path(api.granted(api.association())), Api.officer(), body).status())
                .isEqualTo(status);
    }

    @Test
    void isForTheGranteeAndForWhoIsImpartial() {
        String association = api.association();
        String id = api.granted(association);
        assertThat(api.post(path(id), Api.person("nobody"), WISH).status()).isEqualTo(404);
        assertThat(api.post(path(id), Api.stranger(), WISH).status()).isEqualTo(404);
        Answer asked = api.post(path(id), Api.officer(), WISH);
        assertThat(api.put(path(id) + "/1/ruling", Api.officer(), "\"1\"", refusal()).status())
                .isEqualTo(403);

        api.mandate("decider", association);
        Answer closed = rule(id, asked.header("ETag"), refusal());

        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.body()).contains("disqualified");
    }

    @Test
    void changesNothingOfWhatWasDeclinedOrRefused() {
        String id = api.granted(api.association());
        String award = "/applications/" + id + "/award";
        var _ =
                api.put(
                        award + "/refusal",
                        Api.officer(),
                        api.get(award, Api.officer()).header("ETag"),
                        "");
        assertThat(api.post(path(id), Api.officer(), WISH).text("/reason"))
                .isEqualTo("already-declined");
    }

    @Test
    void letsOneOfManyWaitAtATime() {
        String id = api.granted(api.association());

        List<Integer> statuses =
                AtOnce.each(
                        8, i -> api.post(path(id), Api.officer(), WISH, "at-once-" + i).status());

        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses.stream().filter(each -> each == 409)).hasSize(7);
    }

    private Answer rule(String id, String etag, String body) {
        return rule(id, 1, etag, body);
    }

    private Answer rule(String id, int number, String etag, String body) {
        return api.put(path(id) + "/" + number + "/ruling", Api.decider(), etag, body);
    }

    private static String refusal() {
        return "{\"approved\":false,\"explanation\":{\"fi\":\"Ei sovi\"}}";
    }

    private static String path(String id) {
        return "/applications/" + id + "/changes";
    }
}
