package fi.kumppani.registry.network.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.Caller.Answer;
import fi.kumppani.registry.RegistryTest;
import fi.kumppani.registry.network.NetworkCalls;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class NetworkApiIntegrationTests {

    private static final String HERE = "/v1/municipalities/052/networks";
    private static final Tokens COORDINATOR = Caller.coordinator("052");

    @Autowired private Caller caller;
    private NetworkCalls calls;

    @BeforeEach
    void begin() {
        calls = new NetworkCalls(caller, "052");
    }

    @Test
    void beginsANetworkThatEverybodyMayRead() {
        Answer begun = calls.create("/networks", NetworkCalls.FORUM);
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.eTag()).isEqualTo("\"1\"");
        String location = String.valueOf(begun.headers().getFirst("Location"));
        assertThat(location).isEqualTo(HERE + "/" + begun.text("/id"));

        Answer read = caller.get(location);
        assertThat(read.eTag()).isEqualTo("\"1\"");
        assertThat(read.text("/name/sv")).isEqualTo("Forum");
        assertThat(read.text("/description/fi")).isEqualTo("Seurat ja kaupunki yhdessä");
        assertThat(read.text("/contactRole/fi")).isEqualTo("Seurakoordinaattori");
        assertThat(read.text("/status")).isEqualTo("active");
        assertThat(caller.get(HERE).body().get("items"))
                .anyMatch(item -> item.get("id").asString().equals(begun.text("/id")));
    }

    @Test
    void answersARepeatedBeginningTheSame() {
        Answer first = post("same-beginning", NetworkCalls.FORUM);
        Answer second = post("same-beginning", NetworkCalls.FORUM);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        Answer other = post("same-beginning", NetworkCalls.FORUM.replace("Forum", "Annat"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/errors/0/field")).isEqualTo("Idempotency-Key");
    }

    @Test
    void describesItAnewForWhoHasReadIt() {
        String path = calls.network();
        String next = "{\"name\": {\"fi\": \"Uusi foorumi\"}}";
        assertThat(caller.put(path, COORDINATOR, next, "\"2\"").status()).isEqualTo(412);
        Answer changed = caller.put(path, COORDINATOR, next, "\"1\"");
        assertThat(changed.eTag()).isEqualTo("\"2\"");
        assertThat(changed.text("/name/fi")).isEqualTo("Uusi foorumi");
        assertThat(changed.body().has("description")).isFalse();
        assertThat(caller.put(path, COORDINATOR, next, "\"2\"").eTag())
                .as("a change that is none")
                .isEqualTo("\"2\"");
    }

    @Test
    void endsItForGoodAndKeepsItKnown() {
        String path = calls.network();
        Answer ended = caller.put(path + "/ending", COORDINATOR, null, "\"1\"");
        assertThat(ended.text("/status")).isEqualTo("ended");
        assertThat(ended.text("/endedOn")).isNotEmpty();
        assertThat(caller.put(path + "/ending", COORDINATOR, null, "\"2\"").eTag())
                .as("said again, it stays done")
                .isEqualTo("\"2\"");
        Answer refused = caller.put(path, COORDINATOR, NetworkCalls.FORUM, "\"2\"");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/reason")).isEqualTo("network-ended");
        assertThat(caller.get(path).text("/status")).isEqualTo("ended");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|name",
                "{\"name\": {}}|name",
                "{\"name\": {\"fi\": \"A\"}, \"email\": \"a\"}|email",
                "{\"name\": {\"fi\": \"A\"}, \"contactRole\": {\"sv\": \"LONG\"}}|contactRole.sv",
                "{\"name\": {\"en\": \"LONG\"}}|name.en",
            })
    void namesTheFieldAtFault(String body, String field) {
        Answer refused = calls.create("/networks", body.replace("LONG", "x".repeat(201)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void requiresACoordinatorOfTheMunicipality() {
        String path = calls.network();
        Tokens officer = Tokens.of("officer").inMunicipality("052").withRoles(Role.GRANT_OFFICER);
        assertThat(caller.put(path, officer, NetworkCalls.FORUM, "\"1\"").status()).isEqualTo(403);
        assertThat(
                        caller.put(path, Caller.coordinator("049"), NetworkCalls.FORUM, "\"1\"")
                                .status())
                .isEqualTo(404);
        String elsewhere = path.replace("/052/", "/049/");
        assertThat(caller.get(elsewhere).status()).isEqualTo(404);
        assertThat(
                        caller.put(
                                        elsewhere,
                                        Caller.coordinator("049"),
                                        NetworkCalls.FORUM,
                                        "\"1\"")
                                .status())
                .isEqualTo(404);
        assertThat(
                        caller.post(
                                        "/v1/municipalities/999/networks",
                                        Caller.coordinator("999"),
                                        NetworkCalls.FORUM,
                                        "Idempotency-Key",
                                        "nowhere-at-all")
                                .text("/errors/0/field"))
                .isEqualTo("municipality");
    }

    private Answer post(String key, String body) {
        return caller.post(HERE, COORDINATOR, body, "Idempotency-Key", key);
    }
}
