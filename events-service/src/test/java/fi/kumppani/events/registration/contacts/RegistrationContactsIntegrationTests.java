package fi.kumppani.events.registration.contacts;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.importer;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.kit.testing.Tokens;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

@EventsServiceTest
class RegistrationContactsIntegrationTests {

    private static final Tokens NEWSLETTER =
            Tokens.of("newsletter-service").withScopes("contacts:read");

    @Autowired Api api;

    @Test
    void tellsWhomToWriteToAndWhatAbout() {
        String event = api.published(1);
        api.registered(event, "a");
        api.registered(event, "b");

        JsonNode contacts =
                ask(
                        mail("m1", "743", event + ":1", "registration-confirmed"),
                        mail("m2", "743", event + ":2", "registration-waitlisted"));

        JsonNode first = contacts.get(0);
        assertThat(first.path("id").asString()).isEqualTo("m1");
        assertThat(first.path("found").asBoolean()).isTrue();
        assertThat(first.path("email").asString()).isEqualTo("a@example.org");
        assertThat(first.path("language").asString()).isEqualTo("sv");
        assertThat(first.path("recipientRef").asString()).isEqualTo(event + ":1");
        JsonNode facts = first.path("facts");
        assertThat(facts.at("/title/sv").asString()).isEqualTo("Föreningskväll");
        assertThat(facts.at("/venue/fi").asString()).isEqualTo("Järjestötalo");
        assertThat(facts.has("startsAt")).isTrue();
        assertThat(facts.has("coffeeFrom")).isTrue();
        assertThat(facts.has("place")).isFalse();
        assertThat(contacts.get(1).at("/facts/place").asLong()).isEqualTo(1);
        assertThat(first.toString()).doesNotContain("Osallistuja");
    }

    @Test
    void givesALinkThatOpensTheRegistration() {
        String event = api.published(1);
        api.registered(event, "a");

        String link =
                ask(mail("m1", "743", event + ":1", "registration-confirmed"))
                        .at("/0/links/manage")
                        .asString();

        String path = "http://localhost:8080/m/743/registrations/" + event + "/1?token=";
        assertThat(link).startsWith(path);
        String token = URI.create(link).getQuery().substring("token=".length());
        api.get(EVENTS + "/" + event + "/registrations/1?token=" + token).send().is(200);
    }

    @Test
    void tellsTheCalendarsOfThoseWithASeatWhoAsksNamesWhereAnswersGo() {
        String event = api.published(1);
        api.registered(event, "a");
        api.registered(event, "b");

        JsonNode contacts =
                ask(
                        answerable("m1", event + ":1", "registration-confirmed"),
                        answerable("m2", event + ":2", "registration-waitlisted"),
                        mail("m3", "743", event + ":1", "registration-confirmed"));

        assertThat(contacts.at("/0/calendar/method").asString()).isEqualTo("REQUEST");
        assertThat(contacts.at("/0/calendar/content").asString().replace("\r\n ", ""))
                .contains("mailto:jarjestot@seinajoki.example.org")
                .contains("mailto:a@example.org");
        assertThat(contacts.get(1).has("calendar")).isFalse();
        assertThat(contacts.get(2).has("calendar")).isFalse();
    }

    @Test
    void sendsNoNoticeThatIsNotTrueAnyMore() {
        String event = api.published(2);
        api.registered(event, "a");
        api.registered(event, "b");
        String notices = "event-changed,event-postponed,event-cancelled,event-reminder";
        assertThat(found(event + ":1", notices)).containsExactly("event-changed");

        change(event, "postponement");
        assertThat(found(event + ":1", notices)).containsExactly("event-postponed");

        change(event, "cancellation");
        assertThat(found(event + ":1", notices)).containsExactly("event-cancelled");
        JsonNode told = ask(answerable("m1", event + ":1", "event-cancelled")).get(0);
        assertThat(told.at("/calendar/method").asString()).isEqualTo("CANCEL");
        assertThat(told.at("/facts/eventStatus").asString()).isEqualTo("cancelled");
        assertThat(told.at("/facts/reason/fi").asString()).isEqualTo("Sali on suljettu");
        assertThat(told.at("/links").has("manage")).isTrue();
    }

    @Test
    void takesTheEntryFromWhoHandedOverAndGivesItToTheDeputy() {
        String event = api.published(1);
        String registrations = EVENTS + "/" + event + "/registrations";
        api.post(registrations)
                .key(Api.newKey())
                .body(
                        """
                        {"name": "Osallistuja a", "email": "a@example.org", "language": "fi",
                         "deputy": {"name": "Osallistuja b", "email": "b@example.org"}}
                        """)
                .send()
                .is(201);
        String link =
                ask(mail("m1", "743", event + ":1", "registration-confirmed"))
                        .at("/0/links/manage")
                        .asString();
        assertThat(found(event + ":1", "registration-handed-over")).isEmpty();

        api.post(registrations + "/1/handover")
                .header("X-Link-Token", URI.create(link).getQuery().substring("token=".length()))
                .send()
                .is(200);

        JsonNode contacts =
                ask(
                        answerable("m1", event + ":1", "registration-transferred"),
                        answerable("m2", event + ":1", "registration-handed-over"));
        assertThat(contacts.at("/0/email").asString()).isEqualTo("b@example.org");
        assertThat(contacts.at("/0/calendar/method").asString()).isEqualTo("REQUEST");
        assertThat(contacts.at("/1/email").asString()).isEqualTo("a@example.org");
        assertThat(contacts.at("/1/calendar/method").asString()).isEqualTo("CANCEL");
        assertThat(contacts.at("/1/links")).isEmpty();
    }

    @Test
    void leadsToMemoAndFeedback() {
        String event = api.published(1);
        api.registered(event, "a");

        JsonNode contacts =
                ask(
                        mail("m1", "743", event + ":1", "event-memo"),
                        mail("m2", "743", event + ":1", "event-feedback"));

        assertThat(contacts.at("/0/links/view").asString()).endsWith("/m/743/events/" + event);
        assertThat(contacts.at("/1/links/view").asString())
                .contains("/registrations/" + event + "/1/feedback?token=");
    }

    private void change(String event, String move) {
        String revision = api.get(EVENTS + "/" + event).send().is(200).header("ETag");
        api.post(EVENTS + "/" + event + "/" + move)
                .by(coordinator())
                .header("If-Match", revision)
                .body("{\"reason\": {\"fi\": \"Sali on suljettu\"}}")
                .send()
                .is(200);
    }

    /** Which of the notices would be mailed. */
    private List<String> found(String subject, String notices) {
        return Stream.of(notices.split(","))
                .filter(notice -> ask(mail("m", "743", subject, notice)).at("/0/found").asBoolean())
                .toList();
    }

    private static String answerable(String id, String subject, String kind) {
        return mail(id, "743", subject, kind)
                .replace("}", ", \"replyTo\": \"jarjestot@seinajoki.example.org\"}");
    }

    @Test
    void knowsNobodyElse() {
        String event = api.published(1);
        api.registered(event, "a");

        JsonNode contacts =
                ask(
                        mail("m1", "743", event + ":2", "registration-confirmed"),
                        mail("m2", "179", event + ":1", "registration-confirmed"),
                        mail("m3", "743", "nonsense", "registration-confirmed"),
                        mail("m4", "743", imported() + ":1", "registration-confirmed"));

        assertThat(contacts).hasSize(4).allMatch(each -> !each.path("found").asBoolean());
        assertThat(contacts.toString()).doesNotContain("@");
    }

    @Test
    void isClosedToEverybodyElse() {
        String body = "{\"requests\": []}";

        api.post("/internal/contacts").body(body).send().is(401);
        api.post("/internal/contacts").by(coordinator()).body(body).send().is(403);
        api.post("/internal/contacts")
                .by(NEWSLETTER)
                .body("{\"requests\": [" + mail("m1", "743", "x", "grant-decided") + "]}")
                .send()
                .is(422)
                .names("requests[0].kind");
    }

    private String imported() {
        return api.post(Api.HOME + "/event-imports")
                .by(importer())
                .body(
                        """
                        {"events": [{"key": "contacts", "title": {"fi": "Iltakahvit"},
                          "venue": {"name": {"fi": "Kahvila"}},
                          "startsAt": "2018-11-21T15:00:00Z", "endsAt": "2018-11-21T17:00:00Z",
                          "registrations": 1}]}
                        """)
                .send()
                .is(200)
                .text("/events/0/id");
    }

    private JsonNode ask(String... mails) {
        return api.post("/internal/contacts")
                .by(NEWSLETTER)
                .body("{\"requests\": [" + String.join(",", mails) + "]}")
                .send()
                .is(200)
                .json()
                .path("contacts");
    }

    private static String mail(String id, String municipality, String subject, String kind) {
        return """
        {"id": "%s", "municipality": "%s", "subject": "%s", "kind": "%s", "language": null}
        """
                .formatted(id, municipality, subject, kind);
    }
}
