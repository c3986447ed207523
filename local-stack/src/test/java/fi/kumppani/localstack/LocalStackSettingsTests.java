package fi.kumppani.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class LocalStackSettingsTests {

    @Test
    void hasADefaultForEverything() {
        var settings = LocalStackSettings.from();

        assertThat(settings.ports().portal()).isEqualTo(8080);
        assertThat(settings.issuer()).isEqualTo("http://localhost:8090");
        assertThat(settings.dataDirectory()).isEqualTo(Path.of(".local/data"));
        assertThat(settings.aotCache()).isTrue();
    }

    @Test
    void takesOptionsWithoutTheirPrefix() {
        var settings =
                LocalStackSettings.from(
                        "kafka", "--ports.kafka-controller=19193", "--data=/tmp/elsewhere");

        assertThat(settings.ports().kafkaController()).isEqualTo(19193);
        assertThat(settings.ports().kafka()).isEqualTo(19092);
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("/tmp/elsewhere"));
    }
}
