package fi.kumppani.registry.association.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.Caller.Answer;
import fi.kumppani.registry.RegistryTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import java.util.List;
import java.util.UUID;

@RegistryTest
class AssociationApiIntegrationTests {

    private static final String HERE = "/v1/municipalities/020/associations";
    private static final Tokens COORDINATOR = Caller.coordinator("020");
    private static final String VILLAGE =
            """
            {"name": {"fi": "Kylät ry", "sv": "Byarna rf"}, "form": "registered-association",
             "purposeClass": 5, "themes": ["villages"]}
            """;

    @Autowired private Caller caller;

    @Test
    void registersAnAssociationThatEverybodyMayRead() {
        Answer registered =
                register(
                        """
                        {"name": {"fi": "Vanha ry"}, "businessId": "114162-2",
                         "registerNumber": "178.462", "form": "registered-association"}
                        """);
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.eTag()).isEqualTo("\"1\"");
        assertThat(registered.text("/homeMunicipality")).isEqualTo("020");
        String location = String.valueOf(registered.headers().getFirst("Location"));
        assertThat(location).isEqualTo(HERE + "/" + registered.text("/id"));

        Answer read = caller.get(location);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.eTag()).isEqualTo("\"1\"");
        assertThat(read.text("/name/fi")).isEqualTo("Vanha ry");
        assertThat(read.text("/businessId")).isEqualTo("0114162-2");
        assertThat(read.text("/registerNumber")).isEqualTo("178462");
        assertThat(read.text("/status")).isEqualTo("unverified");
        assertThat(read.body().get("active").booleanValue()).isTrue();
        assertThat(read.body().get("imported").booleanValue()).isFalse();
    }

    @Test
    void findsAnAssociationByWordsOfItsNamesInAnyLanguage() {
        String there = "/v1/municipalities/049/associations";
        for (String name : List.of("Meren Soutajat", "Meren Laulajat")) {
            caller.post(
                    there,
                    Caller.coordinator("049"),
                    """
                    {"name": {"fi": "%s", "sv": "Havets vänner"}, "form": "other"}
                    """
                            .formatted(name),
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
        }

        assertThat(caller.get(there + "?text=MEREN sout").body().get("items")).hasSize(1);
        assertThat(caller.get(there + "?text=havets").body().get("items")).hasSize(2);
        assertThat(caller.get(there + "?text=havets&limit=1").body().get("items")).hasSize(1);
        assertThat(caller.get(there + "?text=jokien").body().get("items")).isEmpty();
        assertThat(caller.get(HERE + "?text=meren").body().get("items")).isEmpty();
        assertThat(caller.get(there + "?text= ").text("/errors/0/field")).isEqualTo("text");
    }

    @Test
    void answersARepeatedRegistrationTheSame() {
        String key = UUID.randomUUID().toString();
        Answer first = caller.post(HERE, COORDINATOR, VILLAGE, "Idempotency-Key", key);
        Answer second = caller.post(HERE, COORDINATOR, VILLAGE, "Idempotency-Key", key);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.eTag()).isEqualTo(first.eTag());
        Answer other =
                caller.post(
                        HERE,
                        COORDINATOR,
                        VILLAGE.replace("Kylät", "Toiset"),
                        "Idempotency-Key",
                        key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/errors/0/field")).isEqualTo("Idempotency-Key");
    }

    @Test
    void namesTheFieldsAtFaultAndKeepsNothing() {
        String away = "/v1/municipalities/046/associations";
        Answer refused =
                caller.post(
                        away,
                        Caller.coordinator("046"),
                        """
                        {"name": {"fi": "Väärä ry"}, "businessId": "1790235-1", "form": "club"}
                        """,
                        "Idempotency-Key",
                        "names-the-fields");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("businessId");
        assertThat(refused.text("/errors/0/code")).isEqualTo("wrong-check-digit");
        assertThat(refused.text("/errors/1/field")).isEqualTo("form");
        assertThat(caller.get(away).body().get("items").size()).isZero();
    }

    @Test
    void refusesAnIdentifierThatAnAssociationOfAnyMunicipalityHas() {
        String body =
                """
                {"name": {"fi": "Ensimmäinen ry"}, "businessId": "1643256-1", "form": "other"}
                """;
        assertThat(register(body).status()).isEqualTo(201);
        Answer taken =
                caller.post(
                        "/v1/municipalities/046/associations",
                        Caller.coordinator("046"),
                        body,
                        "Idempotency-Key",
                        "an-identifier-that-is-taken");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text("/reason")).isEqualTo("business-id-taken");
    }

    @Test
    void letsOnlyCoordinatorsOfTheMunicipalityRegister() {
        assertThat(caller.call(HttpMethod.POST, HERE, null, VILLAGE).status()).isEqualTo(401);
        assertThat(
                        caller.post(
                                        HERE,
                                        Tokens.of("officer")
                                                .inMunicipality("020")
                                                .withRoles(Role.GRANT_OFFICER),
                                        VILLAGE,
                                        "Idempotency-Key",
                                        "without-the-role")
                                .status())
                .isEqualTo(403);
        assertThat(
                        caller.post(
                                        HERE,
                                        Caller.coordinator("046"),
                                        VILLAGE,
                                        "Idempotency-Key",
                                        "from-elsewhere")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void refusesAMunicipalityThatDoesNotExist() {
        Answer refused =
                caller.post(
                        "/v1/municipalities/999/associations",
                        Caller.coordinator("999"),
                        VILLAGE,
                        "Idempotency-Key",
                        "no-such-municipality");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("homeMunicipality");
    }

    @Test
    void verifiesChangesAndDissolves() {
        String path = HERE + "/" + register(VILLAGE).text("/id");
        Answer verified = caller.put(path + "/verification", COORDINATOR, null, "\"1\"");
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.text("/status")).isEqualTo("verified");
        assertThat(verified.eTag()).isEqualTo("\"2\"");

        String renamed = VILLAGE.replace("Kylät ry", "Kylien liitto ry");
        assertThat(caller.put(path, COORDINATOR, renamed, "\"1\"").status())
                .as("somebody else was first")
                .isEqualTo(412);
        Answer changed = caller.put(path, COORDINATOR, renamed, verified.eTag());
        assertThat(changed.text("/name/fi")).isEqualTo("Kylien liitto ry");
        assertThat(changed.text("/status")).isEqualTo("verified");
        assertThat(caller.get(path).eTag()).isEqualTo(changed.eTag());

        Answer dissolved = caller.put(path + "/dissolution", COORDINATOR, null, changed.eTag());
        assertThat(dissolved.text("/status")).isEqualTo("dissolved");
        assertThat(dissolved.body().get("active").booleanValue()).isFalse();
        Answer refused = caller.put(path, COORDINATOR, VILLAGE, dissolved.eTag());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("dissolved");
    }

    @Test
    void asksWhichVersionAChangeWasMadeTo() {
        String path = HERE + "/" + register(VILLAGE).text("/id");
        assertThat(caller.call(HttpMethod.PUT, path, COORDINATOR, VILLAGE).status()).isEqualTo(428);
    }

    @Test
    void hidesAssociationsOfOtherMunicipalities() {
        String id = register(VILLAGE).text("/id");
        String elsewhere = "/v1/municipalities/046/associations/" + id;
        assertThat(caller.get(elsewhere).status()).isEqualTo(404);
        assertThat(caller.put(elsewhere, Caller.coordinator("046"), VILLAGE, "\"1\"").status())
                .isEqualTo(404);
        assertThat(
                        caller.put(HERE + "/" + id, Caller.coordinator("046"), VILLAGE, "\"1\"")
                                .status())
                .isEqualTo(404);
        assertThat(caller.get(HERE + "/" + id).eTag()).isEqualTo("\"1\"");
    }

    @Test
    void listsPageByPage() {
        String away = "/v1/municipalities/047/associations";
        for (int i = 0; i < 5; i++) {
            assertThat(
                            caller.post(
                                            away,
                                            Caller.coordinator("047"),
                                            VILLAGE.replace("Kylät", "Kylät " + i),
                                            "Idempotency-Key",
                                            "page-by-page-" + i)
                                    .status())
                    .isEqualTo(201);
        }
        Answer first = caller.get(away + "?limit=3");
        assertThat(first.body().get("items").size()).isEqualTo(3);
        assertThat(first.text("/items/0/name/fi")).isEqualTo("Kylät 0 ry");
        Answer rest = caller.get(away + "?limit=3&cursor=" + first.text("/next"));
        assertThat(rest.body().get("items").size()).isEqualTo(2);
        assertThat(rest.text("/items/1/name/fi")).isEqualTo("Kylät 4 ry");
        assertThat(rest.body().has("next")).isFalse();
    }

    private Answer register(String body) {
        return caller.post(
                HERE, COORDINATOR, body, "Idempotency-Key", UUID.randomUUID().toString());
    }
}
