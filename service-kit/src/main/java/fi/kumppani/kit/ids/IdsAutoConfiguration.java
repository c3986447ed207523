package fi.kumppani.kit.ids;

import com.fasterxml.uuid.Generators;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import java.time.Clock;

/** The clock and the identifiers of a service; a test may bring its own. */
@AutoConfiguration
public class IdsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids() {
        var generator = Generators.timeBasedEpochGenerator();
        return () -> generator.generate().toString();
    }
}
