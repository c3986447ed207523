package fi.kumppani.registry.invitation.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.registry.InvitationChanged;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.ReceivedMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.Caller.Answer;
import fi.kumppani.registry.RegistryTest;
import fi.kumppani.registry.invitation.FinishInvitation;
import fi.kumppani.registry.invitation.Invitation;
import fi.kumppani.registry.invitation.InvitationLinks;
import fi.kumppani.registry.invitation.Invitations;
import fi.kumppani.registry.invitation.Invitee;
import fi.kumppani.registry.invitation.Offer;
import fi.kumppani.registry.mandate.Actor;
import fi.kumppani.registry.mandate.Capacity;
import fi.kumppani.registry.mandate.MandateModule;
import fi.kumppani.registry.mandate.Mark;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.http.HttpMethod;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@RegistryTest
class InvitationApiIntegrationTests {

    private static final String CODE = "069";
    private static final String HERE = "/v1/municipalities/" + CODE;
    private static final Tokens COORDINATOR = Caller.coordinator(CODE);
    private static final String ADDRESS = "Maija.Meikalainen@kylat.example.org";

    @Autowired private Caller caller;
    @Autowired private TestMessages messages;
    @Autowired private MongoDatabaseFactory store;
    @Autowired private Invitations invitations;
    @Autowired private InvitationLinks links;
    @Autowired private FinishInvitation finishInvitation;

    @Test
    void givesTheRightsToWhoeverAcceptsItOnce() {
        String association = register();
        String id = invited(association, COORDINATOR);
        String token = token(id);

        Answer accepted = accept(id, token, "newcomer");

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.text("/modules/0")).isEqualTo("registry");
        assertThat(accept(id, token, "newcomer").status()).as("said again").isEqualTo(200);
        Answer rights = rights(association);
        assertThat(rights.body().get("items")).hasSize(2);
        assertThat(rights.text("/items/0/subject")).isEqualTo("newcomer");
        assertThat(rights.text("/items/0/granted/capacity")).isEqualTo("coordinator");
        Answer another = accept(id, token, "somebody-else");
        assertThat(another.status()).isEqualTo(409);
        assertThat(another.text("/reason")).isEqualTo("used-by-another");
        assertThat(offer(id, token).text("/status")).isEqualTo("accepted");
    }

    @Test
    void givesNothingBackThatWasTakenAwayMeanwhile() {
        String association = register();
        String id = invited(association, COORDINATOR);
        accept(id, token(id), "former");
        rights(association)
                .body()
                .get("items")
                .forEach(
                        right ->
                                caller.put(
                                        HERE
                                                + "/mandates/"
                                                + right.get("id").asString()
                                                + "/revocation",
                                        COORDINATOR,
                                        null,
                                        "\"1\""));

        assertThat(accept(id, token(id), "former").status()).isEqualTo(200);

        assertThat(rights(association).body().get("items")).isEmpty();
    }

    @Test
    void letsOneOfManyWinWhoAcceptAtOnce() throws Exception {
        String association = register();
        String id = invited(association, COORDINATOR);
        String token = token(id);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls =
                    List.of(
                            () -> accept(id, token, "racer-1").status(),
                            () -> accept(id, token, "racer-2").status(),
                            () -> accept(id, token, "racer-3").status());
            List<Integer> statuses =
                    threads.invokeAll(calls).stream().map(each -> each.resultNow()).toList();

            assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409);
        }
        assertThat(rights(association).body().get("items")).hasSize(2);
    }

    @Test
    void keepsTheAddressUntilItIsAnsweredAndSealed() {
        String accepted = invited(register(), COORDINATOR);
        String withdrawn = invited(register(), COORDINATOR);
        String expired = overdue(register());
        assertThat(kept(accepted)).containsKey("email");
        assertThat(kept(accepted).toJson().toLowerCase(Locale.ROOT)).doesNotContain("meikalainen");

        accept(accepted, token(accepted), "answers");
        Answer seen = caller.get(HERE + "/invitations/" + withdrawn, COORDINATOR);
        assertThat(withdraw(withdrawn, seen.eTag()).text("/status")).isEqualTo("withdrawn");
        Tenancy.runIn(new MunicipalityCode(CODE), () -> finishInvitation.finish(expired));

        for (String id : List.of(accepted, withdrawn, expired)) {
            assertThat(kept(id).get("email")).as(id).isNull();
            assertThat(kept(id).get("language")).as(id).isNull();
        }
    }

    @Test
    void refusesWhatIsOver() {
        String association = register();
        String withdrawn = invited(association, COORDINATOR);
        withdraw(withdrawn, "\"1\"");
        assertThat(accept(withdrawn, token(withdrawn), "late").text("/reason"))
                .isEqualTo("withdrawn");
        assertThat(withdraw(withdrawn, "\"2\"").status()).as("said again").isEqualTo(200);
        assertThat(withdraw(withdrawn, "\"1\"").status()).as("an older version").isEqualTo(412);

        String expired = overdue(association);
        assertThat(offer(expired, token(expired)).text("/status")).isEqualTo("expired");
        assertThat(accept(expired, token(expired), "late").text("/reason")).isEqualTo("expired");
        assertThat(open(association, COORDINATOR).body().get("items")).isEmpty();
        assertThat(kept(expired).getString("state"))
                .as("ended when looked at")
                .isEqualTo("expired");
        assertThat(rights(association).body().get("items")).isEmpty();
    }

    @Test
    void finishesWhatACrashLeft() {
        String association = register();
        String id = invited(association, COORDINATOR);
        Tenancy.runIn(
                new MunicipalityCode(CODE),
                () ->
                        invitations.change(
                                id,
                                OptionalLong.empty(),
                                invitation ->
                                        invitation instanceof Invitation.Open open
                                                ? Optional.of(open.take("crashed"))
                                                : Optional.empty()));
        assertThat(rights(association).body().get("items")).isEmpty();

        invitations.forEachUnfinished(finishInvitation::finish);

        assertThat(rights(association).text("/items/0/subject")).isEqualTo("crashed");
        assertThat(kept(id).getString("state")).isEqualTo("accepted");
    }

    @Test
    void opensToNoOtherTokenRoleOrMunicipality() {
        String association = register();
        String id = invited(association, COORDINATOR);
        String other = invited(register(), COORDINATOR);
        String token = token(id);

        assertThat(accept(id, token(other), "thief").status()).isEqualTo(404);
        assertThat(accept(id, token + "x", "thief").status()).isEqualTo(404);
        assertThat(accept(id, null, "thief").status()).isEqualTo(404);
        assertThat(offer(id, token(other)).status()).isEqualTo(404);
        assertThat(
                        caller.call(
                                        HttpMethod.PUT,
                                        HERE.replace(CODE, "743")
                                                + "/invitations/"
                                                + id
                                                + "/acceptance",
                                        representative("thief"),
                                        null,
                                        "X-Link-Token",
                                        token)
                                .status())
                .isEqualTo(404);
        assertThat(
                        caller.call(
                                        HttpMethod.PUT,
                                        HERE + "/invitations/" + id + "/acceptance",
                                        COORDINATOR,
                                        null,
                                        "X-Link-Token",
                                        token)
                                .status())
                .isEqualTo(403);
        assertThat(
                        caller.call(
                                        HttpMethod.PUT,
                                        HERE + "/invitations/" + id + "/acceptance",
                                        null,
                                        null,
                                        "X-Link-Token",
                                        token)
                                .status())
                .isEqualTo(401);
        assertThat(offer(id, token).text("/status")).isEqualTo("open");
    }

    @Test
    void letsMainUsersInviteToTheirOwnAssociationAlone() {
        String own = register();
        String other = register();
        grant(own, "main");
        Tokens main = Tokens.of("main");
        String id = invited(own, main);

        assertThat(invite(other, "a@example.org", main).status()).isEqualTo(404);
        assertThat(open(other, main).status()).isEqualTo(404);
        assertThat(open(own, main).text("/items/0/recipient")).isEqualTo("M…@kylat.example.org");
        assertThat(open(own, Caller.coordinator("743")).status()).isEqualTo(404);
        String foreign = invited(other, COORDINATOR);
        assertThat(caller.get(HERE + "/invitations/" + foreign, main).status()).isEqualTo(404);
        assertThat(
                        caller.put(
                                        HERE + "/invitations/" + foreign + "/withdrawal",
                                        main,
                                        null,
                                        "\"1\"")
                                .status())
                .isEqualTo(404);

        Answer right = rights(own);
        caller.put(
                HERE + "/mandates/" + right.text("/items/0/id") + "/revocation",
                COORDINATOR,
                null,
                "\"1\"");
        assertThat(accept(id, token(id), "friend").text("/reason"))
                .as("who invited is no main user any more")
                .isEqualTo("withdrawn");
    }

    @Test
    void namesWhatIsWrongAndInvitesNobodyTwice() {
        String association = register();
        Answer wrong =
                caller.post(
                        HERE + "/invitations",
                        COORDINATOR,
                        """
                        {"associationId": "%s", "email": "no address", "language": "fi",
                         "modules": ["kitchen"]}
                        """
                                .formatted(association),
                        "Idempotency-Key",
                        "wrong-invitation");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("/errors/0/field")).isEqualTo("email");
        assertThat(wrong.text("/errors/1/field")).isEqualTo("modules");
        assertThat(invite("no-such", ADDRESS, COORDINATOR).text("/errors/0/field"))
                .isEqualTo("associationId");

        Answer first = invite(association, ADDRESS, COORDINATOR, "the-same-request");
        Answer repeated = invite(association, ADDRESS, COORDINATOR, "the-same-request");
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.text("/id")).isEqualTo(first.text("/id"));
        assertThat(invite(association, "b@example.org", COORDINATOR, "the-same-request").status())
                .isEqualTo(422);
        assertThat(
                        invite(association, ADDRESS.toLowerCase(Locale.ROOT), COORDINATOR)
                                .text("/reason"))
                .isEqualTo("invited-already");
    }

    @Test
    void tellsNothingOfThePersonInMessages() {
        String id = invited(register(), COORDINATOR);
        accept(id, token(id), "told-of-nowhere");

        ReceivedMessage accepted =
                messages.awaitMessage(
                        Topics.REGISTRY_INVITATION,
                        message ->
                                message.subject().equals(id) && status(message).equals("accepted"));

        assertThat(accepted.sequence()).isEqualTo(2);
        assertThat(messages.received(Topics.REGISTRY_INVITATION))
                .anyMatch(message -> message.subject().equals(id) && status(message).equals("open"))
                .allSatisfy(
                        message ->
                                assertThat(message.toString().toLowerCase(Locale.ROOT))
                                        .doesNotContain("meikalainen", "told-of-nowhere"));
    }

    @Test
    void tellsTheMailWhomItGoesToAsLongAsItIsOpen() {
        String association = register();
        String id = invited(association, COORDINATOR);
        Tokens mailer = Tokens.of("newsletter-service").withScopes("contacts:read");

        Answer contact = contact(id, mailer);

        assertThat(contact.text("/contacts/0/email"))
                .isEqualTo("Maija.Meikalainen@kylat.example.org");
        assertThat(contact.text("/contacts/0/language")).isEqualTo("sv");
        assertThat(contact.text("/contacts/0/facts/title/fi")).isEqualTo("Kylät ry");
        String link = contact.text("/contacts/0/links/view");
        assertThat(link).contains("/m/" + CODE + "/invitations/" + id + "?token=");
        String token = link.substring(link.indexOf("token=") + 6);
        assertThat(offer(id, token).text("/associationId")).isEqualTo(association);
        assertThat(contact(id, COORDINATOR).status()).isEqualTo(403);
        withdraw(id, "\"1\"");
        assertThat(contact(id, mailer).body().at("/contacts/0/found").asBoolean()).isFalse();
    }

    private Answer contact(String id, Tokens by) {
        return caller.post(
                "/internal/contacts",
                by,
                """
                {"requests": [{"id": "mail", "municipality": "%s", "subject": "%s",
                               "kind": "association-invitation"}]}
                """
                        .formatted(CODE, id));
    }

    private static String status(ReceivedMessage message) {
        return message.data(InvitationChanged.class).invitation().status();
    }

    private String invited(String association, Tokens by) {
        Answer made = invite(association, ADDRESS, by);
        assertThat(made.status()).isEqualTo(201);
        return made.text("/id");
    }

    private Answer invite(String association, String email, Tokens by) {
        return invite(association, email, by, UUID.randomUUID().toString());
    }

    private Answer invite(String association, String email, Tokens by, String key) {
        return caller.post(
                HERE + "/invitations",
                by,
                """
                {"associationId": "%s", "email": "%s", "language": "sv",
                 "modules": ["grants", "registry"]}
                """
                        .formatted(association, email),
                "Idempotency-Key",
                key);
    }

    /** One that was made fifteen days ago, and which nobody has looked at since. */
    private String overdue(String association) {
        String id = UUID.randomUUID().toString();
        var made =
                new Mark(
                        Instant.now().minus(Duration.ofDays(15)),
                        new Actor("coordinator", Capacity.COORDINATOR));
        Tenancy.runIn(
                new MunicipalityCode(CODE),
                () ->
                        invitations.add(
                                new Invitation.Open(
                                        new Offer(
                                                id,
                                                association,
                                                List.of(MandateModule.GRANTS),
                                                made),
                                        new Invitee(new EmailAddress(ADDRESS), Language.FI)),
                                new Creation(id, "")));
        return id;
    }

    private Answer accept(String id, @Nullable String token, String subject) {
        String path = HERE + "/invitations/" + id + "/acceptance";
        return token == null
                ? caller.call(HttpMethod.PUT, path, representative(subject), null)
                : caller.call(
                        HttpMethod.PUT, path, representative(subject), null, "X-Link-Token", token);
    }

    /** Whoever has just made an account: the role, and no municipality. */
    private static Tokens representative(String subject) {
        return Tokens.of(subject).withRoles(Role.ASSOCIATION_REPRESENTATIVE);
    }

    private Answer offer(String id, String token) {
        return caller.call(
                HttpMethod.GET,
                HERE + "/invitations/" + id + "/offer",
                null,
                null,
                "X-Link-Token",
                token);
    }

    private Answer withdraw(String id, String eTag) {
        return caller.put(HERE + "/invitations/" + id + "/withdrawal", COORDINATOR, null, eTag);
    }

    private Answer open(String association, Tokens by) {
        return caller.get(HERE + "/invitations?association=" + association, by);
    }

    private Answer rights(String association) {
        return caller.get(HERE + "/mandates?association=" + association, COORDINATOR);
    }

    private void grant(String association, String subject) {
        var granted =
                caller.post(
                        HERE + "/mandates",
                        COORDINATOR,
                        """
                        {"associationId": "%s", "subject": "%s", "module": "administration"}
                        """
                                .formatted(association, subject),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(granted.status()).isEqualTo(201);
    }

    private String register() {
        return caller.post(
                        HERE + "/associations",
                        COORDINATOR,
                        "{\"name\": {\"fi\": \"Kylät ry\"}, \"form\": \"other\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .text("/id");
    }

    /** The token of the link that is mailed. */
    private String token(String id) {
        return Tenancy.callIn(
                new MunicipalityCode(CODE),
                () -> links.mint(invitations.find(id).orElseThrow().body().offer()));
    }

    private Document kept(String id) {
        return Objects.requireNonNull(
                        store.getMongoDatabase()
                                .getCollection("invitations")
                                .find(new Document("_id", id))
                                .first())
                .get("body", Document.class);
    }
}
