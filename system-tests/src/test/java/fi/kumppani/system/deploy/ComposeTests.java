package fi.kumppani.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.system.stand.TestStand;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

class ComposeTests {

    private static final Map<String, Map<String, Object>> SERVICES = services();

    @Test
    void pinsEveryImage() {
        assertThat(SERVICES)
                .allSatisfy(
                        (name, service) -> {
                            Object image = service.get("image");
                            if (image == null) {
                                assertThat(service).as(name).containsKey("build");
                            } else {
                                assertThat(image.toString()).matches(".+:v?[0-9]+(\\.[0-9]+)+");
                            }
                        });
        assertThat(read("deploy/Dockerfile").lines().filter(line -> line.startsWith("FROM ")))
                .isNotEmpty()
                .allMatch(line -> line.matches("FROM [a-z/-]+:25\\.[0-9._]+-\\S+( AS build)?"));
    }

    @Test
    void checksTheHealthOfEverything() {
        assertThat(read("deploy/Dockerfile")).contains("HEALTHCHECK");
        assertThat(SERVICES)
                .allSatisfy(
                        (name, service) ->
                                assertThat(
                                                service.containsKey("healthcheck")
                                                        || service.containsKey("build"))
                                        .as(name)
                                        .isTrue());
    }

    @Test
    void publishesThePortalAndTheMailPageOnThisMachineOnly() {
        Map<String, Object> published = new TreeMap<>();
        SERVICES.forEach(
                (name, service) -> {
                    if (service.containsKey("ports")) {
                        published.put(name, service.getOrDefault("ports", ""));
                    }
                });

        assertThat(published)
                .isEqualTo(
                        Map.of(
                                "portal", List.of("127.0.0.1:8080:8080"),
                                "mail", List.of("127.0.0.1:8025:8025")));
    }

    @Test
    void knowsTheSamePeopleAsTheLocalIdentityProvider() {
        Map<String, String> local = new TreeMap<>();
        Map<String, Object> demonstration =
                mapIn(load("local-stack/src/main/resources/demonstration.yml"), "demonstration");
        for (Object user : (List<?>) Objects.requireNonNull(demonstration.get("users"))) {
            Map<?, ?> each = (Map<?, ?>) user;
            local.put(
                    String.valueOf(each.get("username")),
                    each.get("subject")
                            + " "
                            + each.get("roles")
                            + " "
                            + each.get("municipalities"));
        }
        Map<String, String> realm = new TreeMap<>();
        JsonNode users =
                JsonMapper.shared()
                        .readTree(read("deploy/keycloak/kumppani-realm.json"))
                        .get("users");
        for (JsonNode user : users) {
            if (!user.has("serviceAccountClientId")) {
                realm.put(
                        user.get("username").asString(),
                        user.get("id").asString()
                                + " "
                                + texts(user.get("realmRoles"))
                                + " "
                                + texts(user.get("attributes").get("municipalities")));
            }
        }

        assertThat(realm).isNotEmpty().isEqualTo(local);
    }

    @Test
    void asksEveryOfficialForASecondFactor() {
        JsonNode realm = JsonMapper.shared().readTree(read("deploy/keycloak/kumppani-realm.json"));
        Map<String, List<String>> parts = new TreeMap<>();
        for (JsonNode role : realm.get("roles").get("realm")) {
            parts.put(role.get("name").asString(), texts(role.at("/composites/realm")));
        }
        assertThat(parts)
                .containsEntry("coordinator", List.of("second-factor"))
                .containsEntry("grant-officer", List.of("second-factor"))
                .containsEntry("decision-maker", List.of("second-factor"))
                .containsEntry("operator", List.of("second-factor"));
        assertThat(realm.at("/authenticatorConfig/0/config/condUserRole").asString())
                .isEqualTo("second-factor");
        assertThat(executionsOf(realm, realm.get("browserFlow").asString()))
                .containsExactly(
                        "auth-cookie ALTERNATIVE",
                        "auth-username-password-form REQUIRED",
                        "conditional-user-role REQUIRED",
                        "auth-otp-form REQUIRED");
    }

    /** An account that somebody makes must open nothing, and nobody may give themselves more. */
    @Test
    void givesAnAccountThatSomebodyMakesOnlyWhatMandatesDecideAbout() {
        JsonNode realm = JsonMapper.shared().readTree(read("deploy/keycloak/kumppani-realm.json"));
        String given = realm.at("/defaultRole/name").asString();
        List<String> roles = new ArrayList<>();
        for (JsonNode role : realm.get("roles").get("realm")) {
            if (role.get("name").asString().equals(given)) {
                roles.addAll(texts(role.at("/composites/realm")));
            }
        }
        JsonNode profile =
                JsonMapper.shared()
                        .readTree(
                                realm.at("/components")
                                        .get("org.keycloak.userprofile.UserProfileProvider")
                                        .at("/0/config/kc.user.profile.config/0")
                                        .asString());

        assertThat(realm.get("registrationAllowed").asBoolean()).isTrue();
        assertThat(realm.get("verifyEmail").asBoolean()).isTrue();
        assertThat(roles).containsExactly("association-representative");
        assertThat(profile.get("unmanagedAttributePolicy").asString()).isEqualTo("ADMIN_EDIT");
        assertThat(profile.get("attributes"))
                .noneMatch(each -> each.get("name").asString().equals("municipalities"));
    }

    /** The steps of a login flow and of those within it, in their order. */
    private static List<String> executionsOf(JsonNode realm, String flow) {
        List<String> found = new ArrayList<>();
        for (JsonNode each : realm.get("authenticationFlows")) {
            if (each.get("alias").asString().equals(flow)) {
                for (JsonNode step : each.get("authenticationExecutions")) {
                    if (step.has("flowAlias")) {
                        found.addAll(executionsOf(realm, step.get("flowAlias").asString()));
                    } else {
                        found.add(
                                step.get("authenticator").asString()
                                        + " "
                                        + step.get("requirement").asString());
                    }
                }
            }
        }
        return found;
    }

    @Test
    void keepsNoSecret() {
        for (String file : List.of("docker-compose.yml", "deploy/keycloak/kumppani-realm.json")) {
            assertThat(
                            read(file)
                                    .lines()
                                    .filter(
                                            line ->
                                                    line.matches(
                                                            "(?i).*(password|secret|key\"?):"
                                                                    + " *\"?[^\"$ ]+.*"))
                                    .filter(line -> !line.contains("${"))
                                    .filter(line -> !line.contains("\"type\": \"password\"")))
                    .as(file)
                    .isEmpty();
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> services = new TreeMap<>();
        Map<String, Object> all = mapIn(load("docker-compose.yml"), "services");
        all.keySet().forEach(name -> services.put(name, mapIn(all, name)));
        return services;
    }

    @SuppressWarnings("unchecked") // YAML mappings have texts for keys here
    private static Map<String, Object> mapIn(Map<String, Object> parent, String name) {
        return (Map<String, Object>) Objects.requireNonNull(parent.get(name), name);
    }

    private static Map<String, Object> load(String file) {
        return new Yaml().load(read(file));
    }

    private static String read(String file) {
        try {
            return Files.readString(TestStand.project().resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
