package fi.kumppani.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Configuration;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.PastOrPresent;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

class FinnishDaysTests {

    private static final Clock JUST_PAST_MIDNIGHT =
            Clock.fixed(Instant.parse("2026-11-22T22:30:00Z"), ZoneOffset.UTC);

    @Test
    void knowsThatAfterMidnightInFinlandItIsTheNextDay() {
        Configuration<?> configuration = Validation.byDefaultProvider().configure();
        new FinnishDays(JUST_PAST_MIDNIGHT).customize(configuration);
        try (ValidatorFactory validators = configuration.buildValidatorFactory()) {
            var validator = validators.getValidator();

            assertThat(validator.validate(new Said(LocalDate.parse("2026-11-23")))).isEmpty();
            assertThat(validator.validate(new Said(LocalDate.parse("2026-11-24")))).hasSize(1);
        }
    }

    record Said(@PastOrPresent LocalDate on) {}
}
