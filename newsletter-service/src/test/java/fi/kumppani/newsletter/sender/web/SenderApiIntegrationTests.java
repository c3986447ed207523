package fi.kumppani.newsletter.sender.web;

import static fi.kumppani.newsletter.Api.ELSEWHERE;
import static fi.kumppani.newsletter.Api.HOME;
import static fi.kumppani.newsletter.Api.coordinator;
import static fi.kumppani.newsletter.Api.officer;
import static fi.kumppani.newsletter.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;
import fi.kumppani.newsletter.sender.KnownRecords;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;

import java.util.Objects;

@NewsletterServiceTest
class SenderApiIntegrationTests {

    private static final String PATH = HOME + "/sender";
    private static final String DEPLOYMENTS = "example.org";
    private static final String BODY =
            """
            {"address": "uutiskirje@seinajoki.fi", "name": {"fi": "Seinäjoen kaupunki"},
             "replyTo": "jarjestot@seinajoki.fi", "color": "#003300",
             "logo": {"address": "https://seinajoki.fi/logo.png", "alt": {"fi": "Seinäjoki"}},
             "server": {"host": "smtp.seinajoki.fi", "port": 587, "username": "kirje",
                        "password": "salainen-sana"}}
            """;

    @Autowired Api api;
    @Autowired KnownRecords records;
    @Autowired MongoDatabaseFactory store;

    @BeforeEach
    @AfterEach
    void withdraw() {
        api.delete(PATH).by(coordinator()).seen(version()).send().is(204);
    }

    @Test
    void isInUseOnceItsRecordsWereSeen() {
        Api.Answer said = put(BODY).is(200);
        assertThat(said.text("/inUse")).endsWith(DEPLOYMENTS);
        assertThat(said.text("/own/verified")).isEqualTo("false");
        assertThat(said.text("/own/records/1/kind")).isEqualTo("dkim");
        assertThat(check().is(200).text("/own/verified")).isEqualTo("false");

        for (int i = 0; i < 3; i++) {
            records.publish(
                    said.text("/own/records/" + i + "/name"),
                    said.text("/own/records/" + i + "/value"));
        }
        Api.Answer seen = check().is(200);

        assertThat(seen.text("/own/verified")).isEqualTo("true");
        assertThat(seen.text("/inUse")).isEqualTo("uutiskirje@seinajoki.fi");
        assertThat(seen.text("/own/checkedAt")).isNotEmpty();
        records.publish("_dmarc.seinajoki.fi");
        assertThat(check().is(200).text("/inUse")).endsWith(DEPLOYMENTS);
    }

    @Test
    void neverTellsASecretAndKeepsNoneInTheClear() {
        Api.Answer said = put(BODY).is(200);
        assertThat(said.text("/own/server/username")).isEqualTo("kirje");
        assertThat(said.raw()).doesNotContain("salainen-sana").doesNotContain("password");

        String kept =
                Objects.requireNonNull(
                                store.getMongoDatabase().getCollection("senders").find().first())
                        .toJson();

        assertThat(kept).contains("smtp.seinajoki.fi").doesNotContain("salainen-sana");
        assertThat(kept).as("no key in PKCS #8").doesNotContain("\"MII" + "Ev");
    }

    @Test
    void asksForThePasswordOfAnotherServer() {
        put(BODY).is(200);
        String kept = BODY.replaceAll(",\\s*\"password\": \"salainen-sana\"", "");
        put(kept).is(200);
        put(kept.replace("smtp.seinajoki.fi", "smtp.example.com")).is(422).names("server.password");
    }

    @Test
    void says503WhileTheNameServiceIsAway() {
        check().is(409);
        put(BODY).is(200);
        records.away(true);
        try {
            check().is(503);
        } finally {
            records.away(false);
        }
    }

    @Test
    void isDescribedByCoordinatorsOfTheMunicipalityToTheVersionTheySaw() {
        api.get(PATH).send().is(401);
        api.get(PATH).by(officer()).send().is(403);
        api.get(PATH).by(stranger()).send().is(404);
        api.get(ELSEWHERE + "/sender").by(coordinator()).send().is(404);
        api.put(PATH).by(officer()).seen(version()).body(BODY).send().is(403);
        api.post(PATH + "/checks").by(stranger()).send().is(404);
        api.put(PATH).by(coordinator()).body(BODY).send().is(428);
        api.put(PATH).by(coordinator()).seen(999).body(BODY).send().is(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    uutiskirje@seinajoki.fi       | Kirje <x@y.fi> | address
                    jarjestot@seinajoki.fi        | nobody         | replyTo
                    #003300                       | #ffff00        | color
                    https://seinajoki.fi/logo.png | http://x.fi/a  | logo.address
                    https://seinajoki.fi/logo.png | https://x y    | logo.address
                    smtp.seinajoki.fi             | localhost      | server.host
                    smtp.seinajoki.fi             | 10.0.0.1       | server.host
                    587                           | 6379           | server.port
                    """)
    void namesTheFieldAtFault(String part, String other, String field) {
        put(BODY.replace(part, other)).is(422).names(field);
    }

    private Api.Answer put(String body) {
        return api.put(PATH).by(coordinator()).seen(version()).body(body).send();
    }

    private Api.Answer check() {
        return api.post(PATH + "/checks").by(coordinator()).send();
    }

    private long version() {
        String tag =
                Objects.requireNonNull(
                        api.get(PATH).by(coordinator()).send().is(200).header("ETag"));
        return Long.parseLong(tag.replace("\"", ""));
    }
}
