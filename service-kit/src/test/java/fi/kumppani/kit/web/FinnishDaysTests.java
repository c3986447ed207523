package fi.kumppani.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Configuration;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.PastOrPresent;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

class FinnishDaysTests {

    private Instant now = Instant.parse("2026-11-22T21:30:00Z");
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);

    @Test
    void knowsThatAfterMidnightInFinlandItIsTheNextDay() {
        Configuration<?> configuration = Validation.byDefaultProvider().configure();
        new FinnishDays(clock).customize(configuration);
        try (ValidatorFactory validators = configuration.buildValidatorFactory()) {
            var validator = validators.getValidator();
            assertThat(validator.validate(new Said(LocalDate.parse("2026-11-22")))).isEmpty();
            assertThat(validator.validate(new Said(LocalDate.parse("2026-11-23")))).hasSize(1);

            now = now.plus(Duration.ofHours(1));

            assertThat(validator.validate(new Said(LocalDate.parse("2026-11-23")))).isEmpty();
            assertThat(validator.validate(new Said(LocalDate.parse("2026-11-24")))).hasSize(1);
        }
    }

    record Said(@PastOrPresent LocalDate on) {}
}
