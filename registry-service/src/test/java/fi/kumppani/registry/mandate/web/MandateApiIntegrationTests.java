package fi.kumppani.registry.mandate.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.registry.MandateGranted;
import fi.kumppani.contracts.registry.MandateRevoked;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.Caller.Answer;
import fi.kumppani.registry.RegistryTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.UUID;

@RegistryTest
class MandateApiIntegrationTests {

    private static final String HERE = "/v1/municipalities/051";
    private static final Tokens COORDINATOR = Caller.coordinator("051");
    private static final String ASSOCIATION =
            "{\"name\": {\"fi\": \"Kylät ry\"}, \"form\": \"other\"}";

    @Autowired private Caller caller;
    @Autowired private TestMessages messages;

    @Test
    void letsARepresentativeKeepTheAssociationRightUntilRevoked() {
        String association = register();
        Tokens representative = Tokens.of("5f1f6f0a-representative");
        String path = HERE + "/associations/" + association;
        String changed = ASSOCIATION.replace("Kylät", "Kyläläiset");
        assertThat(caller.put(path, representative, changed, "\"1\"").status()).isEqualTo(404);

        Answer granted = grant(association, "5f1f6f0a-representative", "registry");
        assertThat(granted.status()).isEqualTo(201);
        assertThat(caller.put(path, representative, changed, "\"1\"").status()).isEqualTo(200);
        assertThat(caller.put(path + "/dissolution", representative, null, "\"2\"").status())
                .as("only a coordinator may")
                .isEqualTo(404);

        String mandate = String.valueOf(granted.headers().getFirst("Location"));
        Answer revoked = caller.put(mandate + "/revocation", COORDINATOR, null, granted.eTag());
        assertThat(revoked.body().get("valid").booleanValue()).isFalse();
        assertThat(caller.put(path, representative, ASSOCIATION, "\"2\"").status()).isEqualTo(404);
        assertThat(grant(association, "5f1f6f0a-representative", "registry").status())
                .as("a new one")
                .isEqualTo(201);
    }

    @Test
    void letsAMandateForOneModuleOrAssociationCountForNoOther() {
        String association = register();
        String other = register();
        assertThat(grant(association, "narrow", "grants").status()).isEqualTo(201);
        assertThat(grant(other, "narrow", "registry").status()).isEqualTo(201);
        assertThat(
                        caller.put(
                                        HERE + "/associations/" + association,
                                        Tokens.of("narrow"),
                                        ASSOCIATION,
                                        "\"1\"")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void tellsOfGrantsAndRevocations() {
        Answer granted = grant(register(), "somebody", "grants");
        String id = granted.text("/id");
        assertThat(
                        caller.put(
                                        HERE + "/mandates/" + id + "/revocation",
                                        COORDINATOR,
                                        null,
                                        granted.eTag())
                                .status())
                .isEqualTo(200);
        var told =
                messages.awaitMessage(
                        Topics.REGISTRY_MANDATE,
                        message ->
                                message.subject().equals(id)
                                        && message.type().equals(MandateRevoked.TYPE));
        assertThat(told.sequence()).isEqualTo(2);
        assertThat(told.data(MandateRevoked.class).mandate().valid()).isFalse();
        assertThat(messages.received(Topics.REGISTRY_MANDATE))
                .anyMatch(
                        message ->
                                message.subject().equals(id)
                                        && message.type().equals(MandateGranted.TYPE));
    }

    @Test
    void refusesWhatIsHeldAlreadyOrCannotBe() {
        String association = register();
        assertThat(grant(association, "twice", "events").status()).isEqualTo(201);
        Answer twice = grant(association, "twice", "events");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text("/reason")).isEqualTo("held-already");
        assertThat(grant("no-such", "a", "events").text("/errors/0/field"))
                .isEqualTo("associationId");
        assertThat(grant(association, "a", "kitchen").text("/errors/0/field")).isEqualTo("module");
        assertThat(grant(association, "a b", "events").text("/errors/0/field"))
                .isEqualTo("subject");
    }

    @Test
    void showsMandatesToCoordinatorsOfTheMunicipalityAlone() {
        Answer granted = grant(register(), "seen", "newsletter");
        String path = HERE + "/mandates/" + granted.text("/id");
        assertThat(caller.get(path).status()).isEqualTo(401);
        assertThat(caller.get(path, Caller.coordinator("743")).status()).isEqualTo(404);
        assertThat(caller.get(path, COORDINATOR).text("/subject")).isEqualTo("seen");
        assertThat(caller.get(HERE + "/mandates", COORDINATOR).body().get("items"))
                .anyMatch(item -> item.get("subject").asString().equals("seen"));
    }

    @Test
    void listsThoseThatHoldForAnAssociation() {
        String association = register();
        Answer kept = grant(association, "keeps-it", "registry");
        Answer lost = grant(association, "loses-it", "registry");
        assertThat(grant(register(), "keeps-it", "registry").status()).isEqualTo(201);
        String revocation = HERE + "/mandates/" + lost.text("/id") + "/revocation";
        assertThat(caller.put(revocation, COORDINATOR, null, lost.eTag()).status()).isEqualTo(200);

        Answer listed = caller.get(HERE + "/mandates?association=" + association, COORDINATOR);

        assertThat(listed.body().get("items")).hasSize(1);
        assertThat(listed.text("/items/0/id")).isEqualTo(kept.text("/id"));
    }

    @Test
    void tellsARepresentativeWhoseDataTheyKeep() {
        String there = HERE + "/own-associations";
        Tokens representative = Tokens.of("keeps-own");
        assertThat(caller.get(there).status()).isEqualTo(401);
        assertThat(caller.get(there, representative).status()).isEqualTo(404);
        assertThat(caller.get(there, COORDINATOR).body().get("items")).isEmpty();
        String association = register();
        Answer granted = grant(association, "keeps-own", "registry");
        assertThat(grant(register(), "keeps-own", "grants").status()).isEqualTo(201);

        Answer own = caller.get(there, representative);

        assertThat(own.body().get("items")).hasSize(1);
        assertThat(own.text("/items/0/id")).isEqualTo(association);
        String revocation = HERE + "/mandates/" + granted.text("/id") + "/revocation";
        assertThat(caller.put(revocation, COORDINATOR, null, granted.eTag()).status())
                .isEqualTo(200);
        assertThat(caller.get(there, representative).status()).isEqualTo(404);
    }

    private String register() {
        return caller.post(
                        HERE + "/associations",
                        COORDINATOR,
                        ASSOCIATION,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .text("/id");
    }

    private Answer grant(String association, String subject, String module) {
        return caller.post(
                HERE + "/mandates",
                COORDINATOR,
                """
                {"associationId": "%s", "subject": "%s", "module": "%s"}
                """
                        .formatted(association, subject, module),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
