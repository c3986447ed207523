package fi.kumppani.newsletter.subscription.web;

import static fi.kumppani.newsletter.Api.ELSEWHERE;
import static fi.kumppani.newsletter.Api.HOME;
import static fi.kumppani.newsletter.Api.coordinator;
import static fi.kumppani.newsletter.Api.importer;
import static fi.kumppani.newsletter.Api.newKey;
import static fi.kumppani.newsletter.Api.officer;
import static fi.kumppani.newsletter.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@NewsletterServiceTest
class ListApiIntegrationTests {

    private static final String BODY = "{\"name\": {\"fi\": \"Kirje\", \"sv\": \"Brev\"}}";

    @Autowired Api api;

    @Test
    void makesAListOnceForAKey() {
        String key = newKey();
        Api.Answer made = create(key, BODY).is(201);
        String id = made.text("/id");
        assertThat(made.header("Location")).isEqualTo(HOME + "/lists/" + id);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");

        Api.Answer again = create(key, BODY).is(201);

        assertThat(again.raw()).isEqualTo(made.raw());
        assertThat(again.header("Location")).isEqualTo(made.header("Location"));
        create(key, "{\"name\": {\"fi\": \"Toinen\"}}").is(422).names("Idempotency-Key");
        api.post(HOME + "/lists")
                .by(coordinator())
                .body(BODY)
                .send()
                .is(400)
                .names("Idempotency-Key");
    }

    @Test
    void isMadeByCoordinatorsOfTheMunicipalityOnly() {
        long lists = api.stored("lists");

        api.post(HOME + "/lists").key(newKey()).body(BODY).send().is(401);
        api.post(HOME + "/lists").key(newKey()).by(officer()).body(BODY).send().is(403);
        api.post(HOME + "/lists").key(newKey()).by(stranger()).body(BODY).send().is(404);
        api.post(ELSEWHERE + "/lists").key(newKey()).by(coordinator()).body(BODY).send().is(404);

        assertThat(api.stored("lists")).isEqualTo(lists);
    }

    @Test
    void showsWhatOneAgreesToInTheReadersLanguage() {
        String id = api.list();

        Api.Answer finnish = api.get(HOME + "/lists/" + id).send().is(200);
        Api.Answer swedish =
                api.get(HOME + "/lists/" + id).header("Accept-Language", "sv").send().is(200);

        assertThat(finnish.text("/consent/version")).isEqualTo(swedish.text("/consent/version"));
        assertThat(finnish.text("/consent/text/text")).contains("Rekisterinpitäjä");
        assertThat(swedish.text("/consent/text/lang")).isEqualTo("sv");
        assertThat(api.get(HOME + "/lists").send().is(200).raw()).contains(id);
        assertThat(api.get(ELSEWHERE + "/lists").send().is(200).raw()).doesNotContain(id);
        api.get(ELSEWHERE + "/lists/" + id).send().is(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name    | {}
                    name    | {"name": null}
                    name    | {"name": {}}
                    name    | {"name": {"fi": "  "}}
                    creator | {"name": {"fi": "Kirje"}, "creator": "me"}
                    """)
    void namesTheFieldAtFault(String field, String body) {
        long lists = api.stored("lists");

        create(newKey(), body).is(422).names(field);

        assertThat(api.stored("lists")).isEqualTo(lists);
    }

    @Test
    void refusesANameThatIsTooLong() {
        create(newKey(), "{\"name\": {\"fi\": \"Kirje\", \"sv\": \"" + "a".repeat(201) + "\"}}")
                .is(422)
                .names("name.sv");
    }

    @Test
    void takesOverAListOnceForItsKey() {
        String key = "seinajoki/" + newKey();
        String row = "{\"rows\": [{\"key\": \"%s\", \"name\": {\"fi\": \"%s\"}}]}";

        Api.Answer taken = imported(row.formatted(key, "Kirje")).is(200);
        assertThat(taken.text("/rows/0/result")).isEqualTo("imported");
        Api.Answer again = imported(row.formatted(key, "Kirje")).is(200);
        assertThat(again.text("/rows/0/result")).isEqualTo("unchanged");
        assertThat(again.text("/rows/0/id")).isEqualTo(taken.text("/rows/0/id"));
        Api.Answer other = imported(row.formatted(key, "Toinen")).is(200);
        assertThat(other.text("/rows/0/result")).isEqualTo("refused");
        assertThat(other.text("/rows/0/errors/0/field")).isEqualTo("key");

        imported("{\"rows\": []}").is(422).names("rows");
        imported(row.formatted("ä", "Kirje")).is(422).names("rows[0].key");
        api.post(HOME + "/list-imports")
                .by(coordinator())
                .body(row.formatted("k", "Kirje"))
                .send()
                .is(403);
    }

    private Api.Answer create(String key, String body) {
        return api.post(HOME + "/lists").by(coordinator()).key(key).body(body).send();
    }

    private Api.Answer imported(String body) {
        return api.post(HOME + "/list-imports").by(importer()).body(body).send();
    }
}
