package fi.kumppani.newsletter.mail.web;

import static fi.kumppani.newsletter.Api.ELSEWHERE;
import static fi.kumppani.newsletter.Api.HOME;
import static fi.kumppani.newsletter.Api.coordinator;
import static fi.kumppani.newsletter.Api.header;
import static fi.kumppani.newsletter.Api.officer;
import static fi.kumppani.newsletter.Api.operator;
import static fi.kumppani.newsletter.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.events.Registration;
import fi.kumppani.contracts.events.RegistrationConfirmed;
import fi.kumppani.contracts.registry.SurveyInvited;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.newsletter.Api;
import fi.kumppani.newsletter.NewsletterServiceTest;
import fi.kumppani.newsletter.smtp.ScriptedSmtp;
import fi.kumppani.newsletter.smtp.ScriptedSmtp.Act;
import fi.kumppani.newsletter.smtp.ScriptedSmtp.Stage;
import fi.kumppani.newsletter.stand.ScriptedContacts;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** From a message on Kafka to the letter, and to what the operator sees when it does not arrive. */
@NewsletterServiceTest
class MailApiIntegrationTests {

    private static final String MAILS = HOME + "/mails";
    private static final String EVERYWHERE = "/v1/troubled-mails";

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired ScriptedSmtp mailServer;
    @Autowired ScriptedContacts contacts;

    private final String about = "event-" + UUID.randomUUID();
    private final String reader = ScriptedContacts.addressOf(about);
    private final TestMessage cause =
            TestMessage.of(
                            new RegistrationConfirmed(
                                    new Registration(about, "event", 1, "confirmed", false)))
                    .about(about)
                    .in(Api.SEINAJOKI);

    @AfterEach
    void everybodyIsKnownAgain() {
        contacts.always(new ScriptedContacts.Act.Know());
    }

    @Test
    void writesToWhomTheirServiceNames() {
        messages.publish(cause);

        var letter = api.letters(reader, 1).getFirst();

        assertThat(header(letter, "Message-ID")).startsWith("<" + cause.id() + "@");
        assertThat(Api.text(letter)).contains("Järjestöilta", "https://kumppani.example.org/m/743");
        assertThat(awaitTold("sent")).isEqualTo(List.of("queued", "sent"));
        assertThat(api.content("mails")).doesNotContain(reader, "Järjestöilta");
        assertThat(troubled(MAILS)).isEmpty();
    }

    @Test
    void invitesToASurveyWhomTheRegistryNames() {
        messages.publish(
                TestMessage.of(new SurveyInvited(about, "survey", "association"))
                        .about(about)
                        .in(Api.SEINAJOKI));

        var letter = api.letters(reader, 1).getFirst();

        assertThat(header(letter, "Subject")).contains("Kysely");
        assertThat(Api.text(letter)).contains("vastaamaan kyselyyn Järjestöilta");
        assertThat(contacts.asked().getLast().body().at("/requests/0/kind").asString())
                .isEqualTo("survey-invitation");
    }

    @Test
    void waitsForTheServiceThatKnowsTheRecipient() {
        contacts.always(new ScriptedContacts.Act.Fail(503));
        int before = contacts.asked().size();
        messages.publish(cause);
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .until(() -> contacts.asked().size() > before + 1);
        assertThat(api.lettersNow(reader)).isEmpty();

        contacts.always(new ScriptedContacts.Act.Know());

        assertThat(api.letters(reader, 1)).hasSize(1);
        assertThat(awaitTold("sent")).containsExactly("queued", "sent");
    }

    @Test
    void dropsAMailWhoseRecipientIsGone() {
        contacts.always(new ScriptedContacts.Act.KnowNobody());
        long dropped = count("dropped");
        messages.publish(cause);

        Awaitility.await().atMost(TestMessages.PATIENCE).until(() -> count("dropped") > dropped);

        assertThat(told()).containsExactly("queued");
        assertThat(api.lettersNow(reader)).isEmpty();
        assertThat(troubled(MAILS)).isEmpty();
    }

    @Test
    void showsWhatWillNotBeDelivered() {
        mailServer.nextTo(reader, new Act.Answer(Stage.RCPT, "550 5.1.1 nobody here"));
        long failed = count("failed");
        messages.publish(cause);
        assertThat(awaitTold("failed")).containsExactly("queued", "failed");

        JsonNode mail = troubled(MAILS).orElseThrow();

        assertThat(mail.path("state").asString()).isEqualTo("failed");
        assertThat(mail.path("code").asString()).isEqualTo("550");
        assertThat(mail.path("kind").asString()).isEqualTo("registration-confirmed");
        assertThat(mail.path("causeId").asString()).isEqualTo(cause.id());
        assertThat(mail.path("about").asString()).isEqualTo(about);
        assertThat(count("failed")).isEqualTo(failed + 1);
        JsonNode everywhere = troubled(EVERYWHERE).orElseThrow();
        assertThat(everywhere.toString()).contains(Api.SEINAJOKI).doesNotContain(about);
        assertThat(api.get(MAILS).by(coordinator()).send().is(200).raw()).doesNotContain("@");
    }

    @Test
    void reportsAndRepeatsWhatMayHaveArrived() {
        mailServer.nextTo(reader, new Act.TakeAndDie());
        messages.publish(cause);

        var letters = api.letters(reader, 2);

        assertThat(letters)
                .extracting(letter -> header(letter, "Message-ID"))
                .containsOnly(header(letters.getFirst(), "Message-ID"));
        assertThat(awaitTold("sent")).containsExactly("queued", "uncertain", "sent");
        assertThat(troubled(MAILS).orElseThrow().path("state").asString()).isEqualTo("resent");
    }

    @Test
    void triesLaterWhatTheServerPutsOff() {
        mailServer.nextTo(
                reader,
                new Act.Answer(Stage.RCPT, "450 4.2.1 later"),
                new Act.Answer(Stage.RCPT, "451 4.3.0 later"),
                new Act.Answer(Stage.RCPT, "421 4.3.2 closing"));
        messages.publish(cause);

        assertThat(awaitTold("sent")).containsExactly("queued", "sent");
        assertThat(api.lettersNow(reader)).hasSize(1);
        assertThat(troubled(MAILS)).isEmpty();
    }

    @Test
    void showsWhoseMailASubscriptionsIsToNobody() {
        String email = Api.newAddress();
        mailServer.nextTo(email, new Act.Answer(Stage.RCPT, "550 5.1.1 nobody here"));
        long failed = count("failed");
        api.ask(api.list(), email).is(202);
        Awaitility.await().atMost(TestMessages.PATIENCE).until(() -> count("failed") > failed);

        List<JsonNode> confirmations =
                all(MAILS).stream()
                        .filter(
                                mail ->
                                        mail.path("kind")
                                                .asString()
                                                .equals("subscription-confirmation"))
                        .toList();

        assertThat(confirmations).isNotEmpty().noneMatch(mail -> mail.has("about"));
    }

    @Test
    void listsTheTroubledPageByPage() {
        for (int i = 0; i < 3; i++) {
            String other = about + "-" + i;
            mailServer.nextTo(
                    ScriptedContacts.addressOf(other),
                    new Act.Answer(Stage.RCPT, "550 5.1.1 nobody here"));
            messages.publish(
                    TestMessage.of(
                                    new RegistrationConfirmed(
                                            new Registration(
                                                    other, "event", 1, "confirmed", false)))
                            .about(other)
                            .in(Api.SEINAJOKI));
        }

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(all(MAILS))
                                        .extracting(mail -> mail.path("about").asString(""))
                                        .contains(about + "-0", about + "-1", about + "-2"));
        assertThat(all(MAILS))
                .extracting(mail -> mail.path("id").asString())
                .doesNotHaveDuplicates();
        api.get(MAILS + "?limit=0").by(coordinator()).send().is(400).names("limit");
    }

    @Test
    void isOpenToThoseWhoLookAfterMailsOnly() {
        api.get(MAILS).send().is(401);
        api.get(MAILS).by(officer()).send().is(403);
        api.get(MAILS).by(stranger()).send().is(404);
        api.get(ELSEWHERE + "/mails").by(coordinator()).send().is(404);
        assertThat(api.get(ELSEWHERE + "/mails").by(stranger()).send().is(200).json().at("/items"))
                .isEmpty();
        api.get(EVERYWHERE).send().is(401);
        api.get(EVERYWHERE).by(coordinator()).send().is(403);
        api.get(EVERYWHERE).by(operator()).send().is(200);
    }

    private Optional<JsonNode> troubled(String path) {
        return all(path).stream()
                .filter(mail -> mail.path("id").asString().equals(cause.id()))
                .findFirst();
    }

    private List<JsonNode> all(String path) {
        List<JsonNode> found = new ArrayList<>();
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + next;
            JsonNode page =
                    api.get(path + "?limit=2" + cursor)
                            .by(path.equals(MAILS) ? coordinator() : operator())
                            .send()
                            .is(200)
                            .json();
            page.path("items").forEach(found::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return found;
    }

    private long count(String state) {
        return api.get(MAILS)
                .by(coordinator())
                .send()
                .is(200)
                .json()
                .path("counts")
                .path(state)
                .asLong(0);
    }

    /** The states of the mail that were told, in their order. */
    private List<String> told() {
        return messages.received(Topics.NEWSLETTER_MAIL).stream()
                .filter(message -> message.subject().equals(cause.id()))
                .map(MailApiIntegrationTests::state)
                .toList();
    }

    private static String state(ReceivedMessage message) {
        return message.type().replaceFirst("newsletter\\.mail\\.(.*)\\.v1", "$1");
    }

    private List<String> awaitTold(String last) {
        return Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .until(this::told, states -> !states.isEmpty() && states.getLast().equals(last));
    }
}
