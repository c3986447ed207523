package fi.kumppani.kit.testing;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;

/** Makes the logs of tests readable for people. */
public final class TestDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "kumppani-test-defaults",
                                Map.of(
                                        "logging.structured.format.console", "",
                                        "logging.level.root", "WARN",
                                        "logging.level.fi.kumppani", "INFO",
                                        "logging.level.org.springdoc", "ERROR",
                                        "logging.level.org.springframework.core.events", "ERROR",
                                        "logging.level.de.bwaldvogel", "ERROR",
                                        "logging.level.kafka", "OFF",
                                        "logging.level.org.apache.kafka", "ERROR",
                                        "logging.level.org.apache.kafka.storage", "OFF",
                                        "logging.level.state.change.logger", "OFF")));
    }
}
