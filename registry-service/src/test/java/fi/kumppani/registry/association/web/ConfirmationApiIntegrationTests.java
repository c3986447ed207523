package fi.kumppani.registry.association.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.ConfirmationAsked;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.Caller.Answer;
import fi.kumppani.registry.RegistryTest;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Associations are asked whether their data are right, and say so, over HTTP. */
@RegistryTest
class ConfirmationApiIntegrationTests {

    private static final String CODE = "072";
    private static final String HERE = "/v1/municipalities/" + CODE;
    private static final Tokens COORDINATOR = Caller.coordinator(CODE);
    private static final String EMAIL = "seura@example.org";
    private static final String CONTACT = "{\"email\": \"" + EMAIL + "\", \"language\": \"sv\"}";

    @Autowired private Caller caller;
    @Autowired private TestMessages messages;
    @Autowired private MongoDatabaseFactory database;

    private final String representative = "representative-" + UUID.randomUUID();

    @Test
    void isConfirmedByWhoRepresentsItAndByNobodyElse() {
        String id = register();
        String path = path(id);
        mandate(id);
        Answer asked = caller.put(path + "/confirmation-request", COORDINATOR, null, "\"1\"");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text("/confirmationAskedOn")).isEqualTo(today());
        assertThat(caller.put(path + "/confirmation-request", COORDINATOR, null, "\"2\"").eTag())
                .as("once a day")
                .isEqualTo("\"2\"");

        assertThat(caller.put(path + "/confirmation", COORDINATOR, null, "\"2\"").status())
                .as("a coordinator does not speak for it")
                .isEqualTo(403);
        assertThat(
                        caller.put(path + "/confirmation", Tokens.of("stranger"), null, "\"2\"")
                                .status())
                .isEqualTo(404);
        assertThat(caller.put(path + "/confirmation", by(), null, "\"1\"").status())
                .as("of data that are not current")
                .isEqualTo(412);
        Answer confirmed = caller.put(path + "/confirmation", by(), null, "\"2\"");

        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.text("/confirmedOn")).isEqualTo(today());
        assertThat(caller.get(path).text("/confirmedOn")).isEqualTo(today());
        assertThat(caller.text(HERE + "/associations.csv").getBody()).contains("confirmedOn");
        await().atMost(TestMessages.PATIENCE).until(() -> about(id).size() == 3);
        assertThat(about(id).get(1).type()).isEqualTo(ConfirmationAsked.TYPE);
        assertThat(about(id).getLast().data(AssociationChanged.class).association().confirmedOn())
                .hasToString(today());
    }

    @Test
    void asksAllThatAreDueOnceAndFindsThem() {
        String code = "074";
        Tokens coordinator = Caller.coordinator(code);
        String home = "/v1/municipalities/" + code;
        String first = register(code);
        register(code);
        caller.put(home + "/associations/" + first + "/contact", coordinator, CONTACT, "\"1\"");
        String all = home + "/confirmation-requests";

        Answer asked = caller.post(all, coordinator, "{}");

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body().path("asked").asInt()).isEqualTo(2);
        assertThat(asked.body().path("withoutContact").asInt()).isEqualTo(1);
        assertThat(caller.post(all, coordinator, "{}").body().path("asked").asInt()).isZero();
        assertThat(
                        caller.get(home + "/associations?unconfirmedSince=" + today())
                                .body()
                                .path("items"))
                .hasSize(2);
        assertThat(caller.get(home + "/associations?unconfirmedSince=soon").text("/errors/0/field"))
                .isEqualTo("unconfirmedSince");
        assertThat(caller.post(all, by(), "{}").status()).isEqualTo(404);
    }

    @Test
    void keepsTheContactForWhoKeepsTheDataRightAndForMailsAlone() {
        String id = register();
        String path = path(id);
        mandate(id);
        assertThat(caller.get(path + "/contact", COORDINATOR).body()).isEmpty();

        Answer kept = caller.put(path + "/contact", by(), CONTACT, "\"1\"");

        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.eTag()).isEqualTo("\"2\"");
        assertThat(caller.get(path + "/contact", COORDINATOR).text("/email")).isEqualTo(EMAIL);
        assertThat(caller.get(path + "/contact", by()).text("/language")).isEqualTo("sv");
        assertThat(caller.call(HttpMethod.GET, path + "/contact", null, null).status())
                .isEqualTo(401);
        assertThat(caller.get(path + "/contact", Tokens.of("stranger")).status()).isEqualTo(404);
        assertThat(caller.get(path + "/contact", Caller.coordinator("743")).status())
                .isEqualTo(404);
        assertThat(caller.get(path).body().toString()).doesNotContain(EMAIL);
        assertThat(caller.text(HERE + "/associations.csv").getBody()).doesNotContain(EMAIL);
        assertThat(stored()).as("encrypted").doesNotContain(EMAIL);
        assertThat(mail(id).body().toString()).as("it was not asked").doesNotContain(EMAIL);

        caller.put(path + "/confirmation-request", COORDINATOR, null, "\"2\"");
        Answer mail = mail(id);
        assertThat(mail.text("/contacts/0/email")).isEqualTo(EMAIL);
        assertThat(mail.text("/contacts/0/language")).isEqualTo("sv");
        assertThat(mail.text("/contacts/0/facts/title/fi")).isEqualTo("Kylät ry");
        assertThat(mail.text("/contacts/0/links/view"))
                .endsWith("/m/" + CODE + "/my/associations/" + id);
        caller.put(path + "/confirmation", by(), null, "\"3\"");
        assertThat(mail(id).body().at("/contacts/0/found").booleanValue())
                .as("it answered meanwhile")
                .isFalse();
        assertThat(caller.put(path + "/contact", COORDINATOR, "{}", "\"4\"").body()).isEmpty();
        await().atMost(TestMessages.PATIENCE).until(() -> about(id).size() == 3);
        assertThat(about(id)).noneMatch(told -> told.toString().contains(EMAIL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"email": "seura", "language": "fi"}               | email
                    {"email": "a@example.org, b@example.org"}          | email
                    {"email": "seura@example.org"}                     | language
                    {"email": "seura@example.org", "language": "de"}   | language
                    {"email": "a@example.org\\r\\nBcc: b@example.org"}  | email
                    """)
    void namesWhatIsWrongWithAContact(String body, String field) {
        Answer refused = caller.put(path(register()) + "/contact", COORDINATOR, body, "\"1\"");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void takesContactsFromATableRowByRow() {
        String rows =
                """
                {"rows": [{"key": "c1", "association": {"name": {"fi": "A ry"}, "form": "other"},
                           "contact": {"email": "a@example.org", "language": "fi"}},
                          {"key": "c2", "association": {"name": {"fi": "B ry"}, "form": "other"},
                           "contact": {"email": "b", "language": "fi"}}]}
                """;
        Answer trial = caller.post(HERE + "/association-imports/trials", COORDINATOR, rows);
        assertThat(trial.text("/rows/0/result")).isEqualTo("importable");

        Answer imported = caller.post(HERE + "/association-imports", COORDINATOR, rows);

        assertThat(imported.text("/rows/0/result")).isEqualTo("imported");
        assertThat(imported.text("/rows/1/errors/0/field")).isEqualTo("contact.email");
        assertThat(
                        caller.get(path(imported.text("/rows/0/id")) + "/contact", COORDINATOR)
                                .text("/email"))
                .isEqualTo("a@example.org");
        assertThat(
                        caller.post(HERE + "/association-imports", COORDINATOR, rows)
                                .text("/rows/0/result"))
                .isEqualTo("unchanged");
    }

    @Test
    void isAskedYearlyOnlyWhereTheMunicipalitySaysSo() {
        String yearly = HERE + "/confirmation-requests/yearly";
        Answer before = caller.get(yearly, COORDINATOR);
        assertThat(before.eTag()).isEqualTo("\"0\"");
        assertThat(before.body().path("on").booleanValue()).isFalse();

        assertThat(caller.put(yearly, COORDINATOR, null, "\"0\"").body().path("on").booleanValue())
                .isTrue();
        assertThat(caller.put(yearly, COORDINATOR, null, "\"0\"").status()).isEqualTo(412);
        assertThat(caller.get(yearly, Caller.coordinator("743")).status()).isEqualTo(404);
        assertThat(
                        caller.call(
                                        HttpMethod.DELETE,
                                        yearly,
                                        COORDINATOR,
                                        null,
                                        HttpHeaders.IF_MATCH,
                                        "\"1\"")
                                .status())
                .isEqualTo(200);
        assertThat(caller.get(yearly, COORDINATOR).body().path("on").booleanValue()).isFalse();
    }

    private Tokens by() {
        return Tokens.of(representative);
    }

    private String register() {
        return register(CODE);
    }

    private String register(String code) {
        return caller.post(
                        "/v1/municipalities/" + code + "/associations",
                        Caller.coordinator(code),
                        "{\"name\": {\"fi\": \"Kylät ry\"}, \"form\": \"other\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .text("/id");
    }

    private void mandate(String association) {
        Answer granted =
                caller.post(
                        HERE + "/mandates",
                        COORDINATOR,
                        "{\"associationId\": \"%s\", \"subject\": \"%s\", \"module\": \"registry\"}"
                                .formatted(association, representative),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(granted.status()).isEqualTo(201);
    }

    /** What newsletter-service is told when it sends the mail. */
    private Answer mail(String association) {
        return caller.post(
                "/internal/contacts",
                Tokens.of("newsletter").withScopes("contacts:read"),
                """
                {"requests": [{"id": "m", "municipality": "%s", "subject": "%s",
                               "kind": "association-confirmation"}]}
                """
                        .formatted(CODE, association));
    }

    private String stored() {
        return database
                .getMongoDatabase()
                .getCollection("associations")
                .find()
                .into(new ArrayList<>())
                .stream()
                .map(Document::toJson)
                .toList()
                .toString();
    }

    private List<ReceivedMessage> about(String id) {
        return messages.received(Topics.REGISTRY_ASSOCIATION).stream()
                .filter(message -> message.subject().equals(id))
                .toList();
    }

    private static String path(String id) {
        return HERE + "/associations/" + id;
    }

    private static String today() {
        return FinnishTime.today(Clock.systemUTC()).toString();
    }
}
