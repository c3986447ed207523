package fi.kumppani.kit.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a test's context to the engines of the run, under names of its own. */
public final class EnginesInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Engines engines = Engines.shared();
        String name = Engines.uniqueName();
        TestPropertyValues.of(
                        "spring.mongodb.uri=" + engines.mongodb(),
                        "spring.mongodb.database=" + name,
                        "kumppani.kafka.brokers=" + engines.kafka(),
                        GroupIsolation.SUFFIX + "=." + name)
                .applyTo(context);
    }
}
