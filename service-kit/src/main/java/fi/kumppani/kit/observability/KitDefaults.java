package fi.kumppani.kit.observability;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Settings every service has unless its own configuration says otherwise. */
public final class KitDefaults implements EnvironmentPostProcessor {

    private static final String NAME = "kumppani-defaults";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(
                            new ResourcePropertySource(
                                    NAME,
                                    new ClassPathResource(
                                            "kumppani-defaults.properties", KitDefaults.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
