package fi.kumppani.events.event.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.HOME;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.newKey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.network.RegistryTells;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.UUID;

/** What the networks of the registry mean for events and series. */
@EventsServiceTest
class EventsOfNetworksIntegrationTests {

    private static final String FOR_MEMBERS = ", \"registration\": {\"admitted\": \"members\"}";

    @Autowired Api api;
    @Autowired TestMessages messages;

    private final String network = UUID.randomUUID().toString();

    @Test
    void refusesWhatIsOfANetworkThatIsUnknownEndedOrElsewhere() {
        draft(evening(network, "")).is(422).names("networkId");
        begin(series(network)).is(422).names("networkId");

        hear(RegistryTells.active(network, "Naapurin foorumi").in("052"));
        draft(evening(network, "")).is(422).names("networkId");
        begin(series(network)).is(422).names("networkId");

        String over = UUID.randomUUID().toString();
        hear(RegistryTells.ended(over, "Entinen foorumi"));
        Api.Answer refused = draft(evening(over, "")).is(422).names("networkId");
        assertThat(refused.text("/errors/0/code")).isEqualTo("ended");
        begin(series(over)).is(422).names("networkId");
    }

    @Test
    void letsWhatIsBoundToANetworkOutliveIt() {
        hear(RegistryTells.active(network, "Seurafoorumi"));
        String event = draft(evening(network, "")).is(201).text("/id");
        String series = begin(series(network)).is(201).text("/id");
        hear(RegistryTells.ended(network, "Seurafoorumi"));

        put(EVENTS + "/" + event, evening(network, ", \"region\": \"14\"")).is(200);
        put(HOME + "/series/" + series, series(network).replace("Sarja", "Uusi sarja")).is(200);

        String other = draft(api.evening(10)).is(201).text("/id");
        put(EVENTS + "/" + other, evening(network, "")).is(422).names("networkId");
        String another = begin("{\"title\": {\"fi\": \"Muu\"}}").is(201).text("/id");
        put(HOME + "/series/" + another, series(network)).is(422).names("networkId");
    }

    @Test
    void letsOnlyMembersOfTheNetworkRegister() {
        String club = association();
        String stranger = association();
        hear(RegistryTells.active(network, "Seurafoorumi"));
        String event = api.announced(evening(network, FOR_MEMBERS));
        assertThat(api.get(EVENTS + "/" + event).send().text("/registration/admitted"))
                .isEqualTo("members");
        refusedAs("not-a-member", register(event, "a", club));

        hear(RegistryTells.joined(network, club));

        register(event, "a", club).is(201);
        refusedAs("not-a-member", register(event, "b", stranger));
        refusedAs("unknown", register(event, "c", UUID.randomUUID().toString()));
        refusedAs("missing", register(event, "d", null));

        hear(RegistryTells.ended(network, "Seurafoorumi"));
        register(event, "e", club).is(201);
        hear(RegistryTells.left(network, club));
        refusedAs("not-a-member", register(event, "f", club));
    }

    @Test
    void asksWhoseMembersMayRegister() {
        String body = api.evening(10).strip().replaceFirst("}$", FOR_MEMBERS + "}");
        draft(body).is(422).names("networkId");
    }

    @Test
    void namesTheNetworkInItsCalendar() {
        String calendar = "/v1/networks/" + network + "/calendar.ics?lang=fi";
        api.get(calendar).send().is(404);
        hear(RegistryTells.active(network, "Seurafoorumi"));
        assertThat(api.get(calendar).send().is(200).raw())
                .contains("NAME:Seurafoorumi\\, tapahtumat")
                .doesNotContain("BEGIN:VEVENT");

        String event = api.announced(evening(network, ""));

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(api.get(calendar).send().is(200).raw())
                                        .contains("NAME:Seurafoorumi\\, tapahtumat")
                                        .contains("UID:" + event));
    }

    private void hear(TestMessage told) {
        messages.publish(told);
        messages.awaitAllHandled("networkMessages");
    }

    private String association() {
        String id = UUID.randomUUID().toString();
        messages.publish(
                TestMessage.of(
                                new AssociationRegistered(
                                        new Association(
                                                id,
                                                new LocalizedTexts("Seura ry", null, null),
                                                null,
                                                null,
                                                "other",
                                                "743",
                                                6,
                                                List.of(),
                                                "verified",
                                                true,
                                                false)))
                        .about(id)
                        .in("743"));
        messages.awaitAllHandled("associationMessages");
        return id;
    }

    private String evening(String of, String more) {
        return api.evening(10)
                .strip()
                .replaceFirst("}$", ", \"networkId\": \"" + of + "\"" + more + "}");
    }

    private static String series(String of) {
        return "{\"title\": {\"fi\": \"Sarja\"}, \"networkId\": \"%s\"}".formatted(of);
    }

    private Api.Answer draft(String body) {
        return api.post(EVENTS).by(coordinator()).key(newKey()).body(body).send();
    }

    private Api.Answer begin(String body) {
        return api.post(HOME + "/series").by(coordinator()).key(newKey()).body(body).send();
    }

    private Api.Answer put(String path, String body) {
        return api.put(path).by(coordinator()).header("If-Match", "\"1\"").body(body).send();
    }

    private Api.Answer register(String event, String word, @Nullable String association) {
        String more =
                association == null ? "" : ", \"associationId\": \"%s\"".formatted(association);
        return api.post(EVENTS + "/" + event + "/registrations")
                .key(newKey())
                .body(
                        "{\"name\": \"Osallistuja\", \"email\": \"%s@example.org\", \"language\": \"fi\"%s}"
                                .formatted(word, more))
                .send();
    }

    private static void refusedAs(String code, Api.Answer answer) {
        answer.is(422).names("associationId");
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    }
}
