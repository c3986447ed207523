package fi.kumppani.registry.association.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.registry.Caller;
import fi.kumppani.registry.Caller.Answer;
import fi.kumppani.registry.RegistryTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

@RegistryTest
class AssociationImportIntegrationTests {

    private static final String HERE = "/v1/municipalities/049/association-imports";
    private static final Tokens COORDINATOR = Caller.coordinator("049");

    @Autowired private Caller caller;

    @Test
    void importsRowsOnce() {
        String rows = rows("once", 3);
        Answer first = caller.post(HERE, COORDINATOR, rows);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().get("imported").intValue()).isEqualTo(3);
        Answer again = caller.post(HERE, COORDINATOR, rows);
        assertThat(again.body().get("unchanged").intValue()).isEqualTo(3);
        assertThat(again.text("/rows/2/id")).isEqualTo(first.text("/rows/2/id"));
        Answer read = caller.get("/v1/municipalities/049/associations/" + first.text("/rows/0/id"));
        assertThat(read.text("/status")).isEqualTo("verified");
        assertThat(read.body().get("imported").booleanValue()).isTrue();
    }

    @Test
    void saysOfEachRowWhatIsWrongAndImportsTheOthers() {
        Answer answer =
                caller.post(
                        HERE,
                        COORDINATOR,
                        """
                        {"rows": [
                          {"key": "sound", "association":
                            {"name": {"fi": "Hyvä ry"}, "businessId": "1633241-3",
                             "form": "registered-association"}},
                          {"key": "wrong", "association":
                            {"name": {"fi": "Väärä ry"}, "businessId": "1633241-4",
                             "form": "registered-association"}},
                          {"key": "taken", "association":
                            {"name": {"fi": "Toinen ry"}, "businessId": "1633241-3",
                             "form": "registered-association"}},
                          {"key": "sound", "association":
                            {"name": {"fi": "Aivan muu ry"}, "form": "other"}},
                          {"key": "", "association": {}},
                          {"key": "empty"}
                        ]}
                        """);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("imported").intValue()).isEqualTo(1);
        assertThat(answer.body().get("refused").intValue()).isEqualTo(5);
        assertThat(answer.text("/rows/1/errors/0/code")).isEqualTo("wrong-check-digit");
        assertThat(answer.text("/rows/2/errors/0/code")).isEqualTo("taken");
        assertThat(answer.text("/rows/3/errors/0/code")).isEqualTo("key-reused");
        assertThat(answer.text("/rows/4/errors/0/field")).isEqualTo("key");
        assertThat(answer.text("/rows/5/errors/0/field")).isEqualTo("association");
    }

    @Test
    void letsCoordinatorsAndImportingClientsImport() {
        assertThat(
                        caller.post(
                                        HERE,
                                        Tokens.of("client")
                                                .inMunicipality("049")
                                                .withScopes("history:import"),
                                        rows("client", 1))
                                .status())
                .isEqualTo(200);
        assertThat(
                        caller.post(
                                        HERE,
                                        Tokens.of("officer")
                                                .inMunicipality("049")
                                                .withRoles(Role.GRANT_OFFICER),
                                        rows("officer", 1))
                                .status())
                .isEqualTo(403);
        assertThat(caller.post(HERE, Caller.coordinator("743"), rows("away", 1)).status())
                .isEqualTo(404);
    }

    @Test
    void triesRowsOutAndKeepsNothing() {
        String there = "/v1/municipalities/061";
        Tokens coordinator = Caller.coordinator("061");
        String imports = there + "/association-imports";
        assertThat(caller.post(imports, coordinator, rows("tried", 1)).status()).isEqualTo(200);
        String three =
                rows("tried", 2)
                        .replace(
                                "]}",
                                """
                                , {"key": "wrong", "association":
                                    {"name": {"fi": "V ry"}, "businessId": "1633241-4",
                                     "form": "other"}}]}
                                """);

        Answer tried = caller.post(imports + "/trials", coordinator, three);

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.text("/rows/0/result")).isEqualTo("unchanged");
        assertThat(tried.text("/rows/1/result")).isEqualTo("importable");
        assertThat(tried.text("/rows/2/errors/0/field")).isEqualTo("businessId");
        assertThat(tried.body().get("importable").intValue()).isEqualTo(1);
        assertThat(tried.body().get("unchanged").intValue()).isEqualTo(1);
        assertThat(tried.body().get("refused").intValue()).isEqualTo(1);
        assertThat(caller.get(there + "/associations").body().get("items")).hasSize(1);
        assertThat(caller.post(imports, coordinator, three).body().get("imported").intValue())
                .as("what was tried is not taken for done")
                .isEqualTo(1);
    }

    @Test
    void letsNobodyTryWhoMayNotImport() {
        String trials = HERE + "/trials";
        Tokens officer = Tokens.of("officer").inMunicipality("049").withRoles(Role.GRANT_OFFICER);
        assertThat(caller.post(trials, officer, rows("officer", 1)).status()).isEqualTo(403);
        assertThat(caller.post(trials, Caller.coordinator("743"), rows("away", 1)).status())
                .isEqualTo(404);
        assertThat(caller.post(trials, COORDINATOR, rows("many", 501)).status()).isEqualTo(422);
    }

    @Test
    void takesFiveHundredRowsAtMost() {
        Answer refused = caller.post(HERE, COORDINATOR, rows("many", 501));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("rows");
        assertThat(caller.post(HERE, COORDINATOR, "{\"rows\": []}").status()).isEqualTo(422);
        assertThat(caller.post(HERE, COORDINATOR, "{}").status()).isEqualTo(422);
    }

    private static String rows(String key, int number) {
        return IntStream.range(0, number)
                .mapToObj(
                        i ->
                                """
                                {"key": "%s-%d", "association":
                                  {"name": {"fi": "Yhdistys %s %d ry"},
                                   "form": "registered-association"}}
                                """
                                        .formatted(key, i, key, i))
                .collect(Collectors.joining(",", "{\"rows\": [", "]}"));
    }
}
