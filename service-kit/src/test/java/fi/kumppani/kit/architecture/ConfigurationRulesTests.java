package fi.kumppani.kit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ConfigurationRulesTests {

    @Test
    void passesASmallAndClosedConfiguration() throws IOException {
        assertThat(
                        violations(
                                """
                                spring:
                                  application.name: grants
                                  cloud:
                                    function.definition: grantMessages
                                    stream.bindings:
                                      grantMessages-in-0:
                                        destination: registry.association,registry.mandate
                                        group: grants
                                kumppani.links.secret: ${KUMPPANI_LINKS_SECRET}
                                """))
                .isEmpty();
    }

    @Test
    void findsABindingWithoutGroup() throws IOException {
        assertThat(
                        violations(
                                """
                                spring.cloud.function.definition: a;b
                                spring.cloud.stream.bindings:
                                  a-in-0.destination: registry.association
                                  b-in-0.group: grants
                                """))
                .containsExactly(
                        "binding a-in-0 must say its group",
                        "binding b-in-0 must say its destination");
    }

    @Test
    void findsABindingNobodyDefines() throws IOException {
        assertThat(
                        violations(
                                """
                                spring.cloud.stream.bindings.a-in-0:
                                  destination: registry.association
                                  group: grants
                                """))
                .containsExactly("spring.cloud.function.definition must name the functions");
    }

    @Test
    void findsABindingThatTakesItselfOut() throws IOException {
        assertThat(violations("spring.cloud.stream.bindings.a-in-0.consumer.batch-mode: true"))
                .anyMatch(sentence -> sentence.contains("takes a binding out"));
    }

    @Test
    void findsSecrets() throws IOException {
        assertThat(violations("spring.mail.password: hunter2")).hasSize(1);
        assertThat(violations("spring.mail.password: ${MAIL_PASSWORD:hunter2}")).hasSize(1);
        assertThat(violations("spring.mongodb.uri: mongodb://me:secret@host/db")).hasSize(1);
    }

    @Test
    void findsLoudLogs() throws IOException {
        assertThat(violations("logging.level.root: DEBUG")).hasSize(1);
        assertThat(violations("debug: true")).hasSize(1);
    }

    @Test
    void findsOpenEndpoints() throws IOException {
        assertThat(violations("management.endpoints.web.exposure.include: '*'")).hasSize(1);
        assertThat(violations("management.endpoints.web.exposure.include: health,env"))
                .containsExactly("actuator endpoint env must not be exposed");
    }

    private static List<String> violations(String yaml) throws IOException {
        return ConfigurationRules.violations(
                ConfigurationRules.read(
                        new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8))));
    }
}
