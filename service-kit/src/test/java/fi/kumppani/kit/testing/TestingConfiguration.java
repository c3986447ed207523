package fi.kumppani.kit.testing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** What a test with engines finds in its context. */
@TestConfiguration(proxyBeanMethods = false)
class TestingConfiguration {

    @Bean
    static GroupIsolation groupIsolation(Environment environment) {
        return new GroupIsolation(environment);
    }

    @Bean
    TestMessages testMessages(
            @Value("${kumppani.kafka.brokers}") String brokers, BindingServiceProperties bindings) {
        return new TestMessages(brokers, bindings);
    }
}
