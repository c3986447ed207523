package fi.kumppani.grants.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;
import java.time.LocalDate;

@GrantsServiceTest
class NotificationApiIntegrationTests {

    private static final String BY_MAIL = "{\"channel\":\"email\",\"consentedOn\":\"2026-01-31\"}";

    private static final String APPLICATIONS = "/applications/";

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired Clock clock;

    @Test
    void beginsWithNobodyToldAndEndsWithAFinalDay() {
        String decision = decided();
        Answer begin = api.get(decision, Api.officer());
        assertThat(begin.header("ETag")).isEqualTo("\"0\"");
        assertThat(begin.json().has("channel")).isFalse();

        Answer sent = api.put(decision + "/sending", Api.officer(), "\"0\"", letter(today()));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        assertThat(sent.text("/knownOn")).isEqualTo(today().plusDays(7).toString());
        assertThat(sent.json().has("finalFrom")).isFalse();

        Answer published =
                api.put(
                        decision + "/publication",
                        Api.decider(),
                        sent.header("ETag"),
                        "{\"publishedOn\":\"%s\"}".formatted(today()));
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(published.text("/finalFrom"))
                .isEqualTo(LocalDate.parse(published.text("/membersUntil")).plusDays(1).toString());
        assertThat(published.text("/isFinal")).isEqualTo("false");
        assertThat(published.json().at("/statements")).hasSize(2);

        ReceivedMessage told =
                messages.awaitMessage(
                        Topics.GRANTS_NOTIFICATION,
                        each -> each.subject().equals(id(decision)) && each.sequence() == 2);
        assertThat(told.type()).isEqualTo("grants.notification.changed.v1");
        assertThat(told.body()).contains("finalFrom");
    }

    @Test
    void wantsTheVersionThatWasSeen() {
        String decision = decided();
        var _ = api.put(decision + "/sending", Api.officer(), "\"0\"", letter(today()));

        Answer stale = api.put(decision + "/sending", Api.officer(), "\"0\"", BY_MAIL);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(api.put(decision + "/sending", Api.officer(), "\"7\"", BY_MAIL).status())
                .isEqualTo(412);
        assertThat(api.get(decision, Api.officer()).text("/channel")).isEqualTo("letter");
    }

    @ParameterizedTest
    @CsvSource({
        "sending,     '{\"channel\":\"email\"}',                             consentedOn",
        "sending,     '{\"channel\":\"letter\"}',                            sentOn",
        "sending,     '{\"channel\":\"pigeon\",\"sentOn\":\"2026-11-02\"}',  channel",
        "sending,     '{\"channel\":\"letter\",\"sentOn\":\"2020-01-01\"}',  sentOn",
        "sending,     '{\"channel\":\"letter\",\"sentOn\":\"2999-01-01\"}',  sentOn",
        "sending,     '{\"channel\":\"letter\",\"sentOn\":\"31.1.2026\"}',   sentOn",
        "receipt,     '{\"receivedOn\":\"2999-01-01\"}',                     receivedOn",
        "publication, '{}',                                                  publishedOn",
    })
    void namesTheFieldThatIsWrongAndKeepsNothing(String door, String body, String field) {
        String decision = decided();

        Answer answer = api.put(decision + "/" + door, Api.officer(), "\"0\"", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("\"" + field + "\"");
        assertThat(api.get(decision, Api.officer()).header("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void isReadByThePartyAndByNoStranger() {
        String association = api.association();
        String decision = decided(association);
        api.mandate("party", association);

        assertThat(api.get(decision, Api.person("party")).status()).isEqualTo(200);
        assertThat(api.get(decision, Api.person("somebody")).status()).isEqualTo(404);
        assertThat(api.get(decision, Api.stranger()).status()).isEqualTo(404);
        assertThat(api.get(decision).status()).isEqualTo(401);
        for (Tokens other : new Tokens[] {Api.person("party"), Api.stranger()}) {
            assertThat(api.put(decision + "/sending", other, "\"0\"", BY_MAIL).status())
                    .isIn(403, 404);
        }
    }

    @Test
    void isReadByAPartyWhoseHomeIsInAnotherMunicipality() {
        String association = api.association();
        String decision = decided(association);
        Tokens away = Api.personFromElsewhere("away");
        assertThat(api.get(decision, away).status()).isEqualTo(404);

        api.mandate("away", association);

        assertThat(api.get(decision, away).status()).isEqualTo(200);
    }

    @Test
    void knowsNothingOfWhatIsNotDecided() {
        String call = api.publishedCall("30000.00", "400.00");
        String open = api.submitted(call, api.association(), "300.00");
        String path = "/applications/" + open + "/decision/notification";

        assertThat(api.get(path, Api.officer()).status()).isEqualTo(404);
        assertThat(api.put(path + "/sending", Api.officer(), "\"0\"", BY_MAIL).status())
                .isEqualTo(404);
    }

    private String decided() {
        return decided(api.association());
    }

    private String decided(String association) {
        return APPLICATIONS + api.granted(association) + "/decision/notification";
    }

    private static String id(String decision) {
        return decision.substring(APPLICATIONS.length(), decision.indexOf("/decision"));
    }

    private static String letter(LocalDate sentOn) {
        return "{\"channel\":\"letter\",\"sentOn\":\"%s\"}".formatted(sentOn);
    }

    private LocalDate today() {
        return FinnishTime.today(clock);
    }
}
