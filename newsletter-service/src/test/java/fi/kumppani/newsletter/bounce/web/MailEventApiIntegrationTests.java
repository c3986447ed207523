package fi.kumppani.newsletter.bounce.web;

import static fi.kumppani.newsletter.Api.HOME;
import static fi.kumppani.newsletter.Api.coordinator;
import static fi.kumppani.newsletter.Api.newAddress;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Objects;
import java.util.UUID;

/** What a provider tells of letters, and what becomes of it. */
@NewsletterServiceTest
class MailEventApiIntegrationTests {

    @Autowired Api api;
    @Autowired TestMessages messages;

    private final String email = newAddress();
    private final String event = UUID.randomUUID().toString();

    @Test
    void sendsNothingMoreToAMailboxThatIsNotThere() {
        String list = api.list();
        api.subscribe(list, email);

        tell("\"status\": \"5.1.1\", \"messageId\": \"<" + event + ".x@example.org>\"").is(204);
        tell("\"status\": \"5.1.1\"").is(204);

        assertThat(api.send(api.draft(list)).number("/recipients")).isZero();
        assertThat(api.content("subscriptions")).doesNotContain(email);
        api.ask(list, email).is(202);
        api.awaitAllMailsSettled();
        assertThat(api.lettersNow(email)).as("the confirmation of before").hasSize(1);
        assertThat(suppressions()).contains("\"hard\"").doesNotContain(email);
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(messages.received(Topics.NEWSLETTER_MAIL))
                                        .filteredOn(
                                                message ->
                                                        Objects.requireNonNull(message.body())
                                                                .contains(event + ".x"))
                                        .hasSize(1)
                                        .allSatisfy(
                                                message ->
                                                        assertThat(message.type())
                                                                .isEqualTo(
                                                                        "newsletter.mail.bounced.v1")));
    }

    @Test
    void endsTheListsOfWhoComplainsAndWritesAgainWhenSomebodyKnowsBetter() {
        String list = api.list();
        api.subscribe(list, email);
        tell("\"kind\": \"complaint\"").is(204);
        assertThat(api.send(api.draft(list)).number("/recipients")).isZero();

        api.post(HOME + "/suppression-liftings")
                .by(coordinator())
                .body("{\"email\": \"%s\"}".formatted(email))
                .send()
                .is(204);
        String other = api.list();
        api.ask(other, email).is(202);

        assertThat(api.send(api.draft(other)).number("/recipients"))
                .as("nobody is subscribed by that")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    events              | {}
                    events              | {"events": []}
                    events[0].id        | {"events": [{"kind": "hard", "email": "a@example.org"}]}
                    events[0].kind      | {"events": [{"id": "1", "kind": "none", "email": "a@example.org"}]}
                    events[0].kind      | {"events": [{"id": "1", "email": "a@example.org"}]}
                    events[0].email     | {"events": [{"id": "1", "kind": "hard"}]}
                    events[0].email     | {"events": [{"id": "1", "kind": "hard", "email": "nonsense"}]}
                    events[0].returnPath | {"events": [{"id": "1", "kind": "hard", "returnPath": "b.743.x@example.org"}]}
                    """)
    void namesTheFieldAtFaultAndKeepsNothing(String field, String body) {
        long standings = api.stored("mailbox.standings");

        api.post(HOME + "/mail-events").by(provider()).body(body).send().is(422).names(field);

        assertThat(api.stored("mailbox.standings")).isEqualTo(standings);
    }

    @Test
    void listensToProvidersOnly() {
        String body =
                "{\"events\": [{\"id\": \"1\", \"kind\": \"hard\", \"email\": \"a@example.org\"}]}";
        api.post(HOME + "/mail-events").body(body).send().is(401);
        api.post(HOME + "/mail-events").by(coordinator()).body(body).send().is(403);
        api.post(HOME + "/mail-events").by(Api.stranger()).body(body).send().is(404);
        api.get(HOME + "/suppressions").by(Api.officer()).send().is(403);
        api.post(HOME + "/suppression-liftings")
                .by(Tokens.of("analyst").inMunicipality("743").withRoles(Role.REGIONAL_ANALYST))
                .body("{\"email\": \"a@example.org\"}")
                .send()
                .is(403);
    }

    private Api.Answer tell(String what) {
        return api.post(HOME + "/mail-events")
                .by(provider())
                .body(
                        "{\"events\": [{\"id\": \"%s\", \"email\": \"%s\", %s}]}"
                                .formatted(event, email, what))
                .send();
    }

    private String suppressions() {
        return api.get(HOME + "/suppressions?limit=100").by(coordinator()).send().is(200).raw();
    }

    private static Tokens provider() {
        return Tokens.of("provider").inMunicipality(Api.SEINAJOKI).withScopes("mail:events");
    }
}
