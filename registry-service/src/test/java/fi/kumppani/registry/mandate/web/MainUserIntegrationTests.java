package fi.kumppani.registry.mandate.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.Caller.Answer;
import fi.kumppani.registry.RegistryTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.UUID;

/** Main users of an association give and take its rights, and no other's. */
@RegistryTest
class MainUserIntegrationTests {

    private static final String HERE = "/v1/municipalities/071";
    private static final Tokens COORDINATOR = Caller.coordinator("071");
    private static final String MAIN = "main-user";
    private static final Tokens MAIN_USER = Tokens.of(MAIN);

    @Autowired private Caller caller;

    @Test
    void givesAndTakesTheRightsOfTheirAssociation() {
        String association = administered(MAIN);

        Answer granted = grant(MAIN_USER, association, "helper", "grants");

        assertThat(granted.status()).isEqualTo(201);
        String path = HERE + "/mandates/" + granted.text("/id");
        assertThat(caller.get(path, MAIN_USER).text("/granted/capacity")).isEqualTo("main-user");
        assertThat(caller.get(path, MAIN_USER).text("/granted/subject")).isEqualTo(MAIN);
        Answer revoked = revoke(MAIN_USER, granted);
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.text("/revoked/at")).isNotEmpty();
        assertThat(grant(MAIN_USER, association, "second", "administration").status())
                .isEqualTo(201);
        assertThat(grant(Tokens.of("second"), association, "third", "events").status())
                .as("whoever was made a main user")
                .isEqualTo(201);
    }

    @Test
    void hasNoPowerOverAnotherAssociationOrMunicipality() {
        String own = administered(MAIN);
        String other = register();
        Answer granted = grant(COORDINATOR, other, "helper", "grants");

        assertThat(grant(MAIN_USER, other, "helper", "events").status()).isEqualTo(404);
        assertThat(revoke(MAIN_USER, granted).status()).isEqualTo(404);
        assertThat(caller.get(list(other), MAIN_USER).status()).isEqualTo(404);
        assertThat(caller.get(HERE + "/mandates", MAIN_USER).status()).isEqualTo(404);
        assertThat(caller.get(HERE + "/mandates", Tokens.of(MAIN).inMunicipality("071")).status())
                .as("all of a municipality are for its coordinators")
                .isEqualTo(403);
        assertThat(caller.get(list(own).replace("071", "743"), MAIN_USER).status()).isEqualTo(404);
        assertThat(grant(Tokens.of("helper"), other, "helper", "administration").status())
                .as("whoever holds another right")
                .isEqualTo(404);
    }

    @Test
    void cannotLeaveTheAssociationWithoutAMainUser() {
        String association = register();
        Answer first = grant(COORDINATOR, association, MAIN, "administration");
        assertThat(revoke(MAIN_USER, first).text("/reason")).isEqualTo("last-main-user");
        grant(MAIN_USER, association, "second", "administration");

        assertThat(revoke(MAIN_USER, first).status()).isEqualTo(200);

        assertThat(caller.get(list(association), MAIN_USER).status()).isEqualTo(404);
        Answer second = caller.get(list(association), Tokens.of("second"));
        assertThat(second.body().get("items")).hasSize(1);
        assertThat(
                        caller.put(
                                        HERE
                                                + "/mandates/"
                                                + second.text("/items/0/id")
                                                + "/revocation",
                                        COORDINATOR,
                                        null,
                                        "\"1\"")
                                .status())
                .as("a coordinator may take the last one")
                .isEqualTo(200);
    }

    @Test
    void tellsWhoMightActWhenAndByWhom() {
        String association = administered(MAIN);
        revoke(COORDINATOR, grant(MAIN_USER, association, "former", "grants"));

        Answer all = caller.get(list(association) + "&state=all", MAIN_USER);

        assertThat(all.body().get("items")).hasSize(2);
        assertThat(all.text("/items/1/subject")).isEqualTo("former");
        assertThat(all.text("/items/1/granted/capacity")).isEqualTo("main-user");
        assertThat(all.text("/items/1/revoked/capacity")).isEqualTo("coordinator");
        assertThat(caller.get(list(association), MAIN_USER).body().get("items")).hasSize(1);
        assertThat(caller.get(list(association) + "&state=some", MAIN_USER).status())
                .isEqualTo(400);
    }

    @Test
    void findsTheAssociationsWhoseRightsOneGives() {
        String association = administered("finds-own");
        Tokens token = Tokens.of("finds-own");

        Answer own = caller.get(HERE + "/own-associations?module=administration", token);

        assertThat(own.text("/items/0/id")).isEqualTo(association);
        assertThat(caller.get(HERE + "/own-associations", token).status()).isEqualTo(404);
        assertThat(caller.get(HERE + "/own-associations?module=x", token).status()).isEqualTo(400);
    }

    private String administered(String subject) {
        String association = register();
        assertThat(grant(COORDINATOR, association, subject, "administration").status())
                .isEqualTo(201);
        return association;
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

    private Answer grant(Tokens by, String association, String subject, String module) {
        return caller.post(
                HERE + "/mandates",
                by,
                """
                {"associationId": "%s", "subject": "%s", "module": "%s"}
                """
                        .formatted(association, subject, module),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private Answer revoke(Tokens by, Answer granted) {
        return caller.put(
                HERE + "/mandates/" + granted.text("/id") + "/revocation", by, null, "\"1\"");
    }

    private static String list(String association) {
        return HERE + "/mandates?association=" + association;
    }
}
