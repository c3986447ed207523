package fi.kumppani.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import java.util.List;

class WebSettingsTests {

    private final WebSettings settings =
            new WebSettings(
                    DataSize.ofMegabytes(1),
                    List.of(
                            new WebSettings.LargerBodies(
                                    "/v1/events/{event}/files", DataSize.ofMegabytes(5))));

    @Test
    void takesLargerBodiesWhereThatIsSaid() {
        assertThat(settings.limitAt("/v1/events/7/files")).isEqualTo(5 * 1024 * 1024);
    }

    @Test
    void takesNoLargerBodiesAnywhereElse() {
        assertThat(
                        List.of(
                                "/v1/events/7",
                                "/v1/events/7/files/8",
                                "/v1/events/7/8/files",
                                "/v1/events//files",
                                "/v1/events/7/files/../memo",
                                "/v2/events/7/files",
                                "/",
                                ""))
                .allMatch(path -> settings.limitAt(path) == 1024 * 1024);
    }
}
