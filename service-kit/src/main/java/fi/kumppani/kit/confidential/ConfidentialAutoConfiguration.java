package fi.kumppani.kit.confidential;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Sets up encryption of confidential texts. Without a key none can be kept. */
@AutoConfiguration
@EnableConfigurationProperties(ConfidentialSettings.class)
public class ConfidentialAutoConfiguration {

    @Bean
    ConfidentialConverters confidentialConverters(ConfidentialSettings settings) {
        String key = settings.key();
        if (key == null) {
            return new ConfidentialConverters(
                    () -> {
                        throw new IllegalStateException("kumppani.confidential.key is not set");
                    });
        }
        return ConfidentialConverters.of(key, settings.previousKeys());
    }
}
