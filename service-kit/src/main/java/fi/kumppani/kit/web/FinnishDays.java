package fi.kumppani.kit.web;

import fi.kumppani.kit.time.FinnishTime;

import jakarta.validation.Configuration;

import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;

import java.time.Clock;

/**
 * Has constraints on days ask which day it is in Finland, wherever the machine thinks it is. The
 * library asks for a clock once for each constraint, so it must be one that goes on.
 */
final class FinnishDays implements ValidationConfigurationCustomizer {

    private final Clock clock;

    FinnishDays(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void customize(Configuration<?> configuration) {
        var _ = configuration.clockProvider(() -> clock.withZone(FinnishTime.ZONE));
    }
}
