package fi.kumppani.grants;

import fi.kumppani.grants.recovery.ReferenceRates;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import java.math.BigDecimal;
import java.util.Optional;

/** A reference rate for every half-year, so that interest can be told whenever a test runs. */
@TestConfiguration(proxyBeanMethods = false)
public class StatedRates {

    /** In percent a year; with what is added for being late it comes to 11. */
    public static final BigDecimal PERCENT = BigDecimal.valueOf(4);

    @Bean
    @Primary
    ReferenceRates statedRates() {
        return _ -> Optional.of(PERCENT);
    }
}
