package fi.kumppani.grants.recovery.rates;

import fi.kumppani.grants.recovery.ReferenceRates;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The rates by what the operator enters each half-year. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RatesConfiguration.RateSettings.class)
class RatesConfiguration {

    /**
     * The reference rates.
     *
     * @param referenceRates the rate of each half-year, as the Bank of Finland states it; none are
     *     built in, and without the rate of a half-year no interest is told for it
     */
    @Validated
    @ConfigurationProperties("kumppani.grants.interest")
    record RateSettings(@DefaultValue @NotNull List<Edition> referenceRates) {

        /**
         * The rate of a half-year.
         *
         * @param from its first day, 1 January or 1 July
         * @param percent a year
         */
        record Edition(@NotNull LocalDate from, @NotNull BigDecimal percent) {

            boolean isOf(LocalDate day) {
                return !day.isBefore(from) && day.isBefore(from.plusMonths(6));
            }
        }
    }

    @Bean
    ReferenceRates referenceRates(RateSettings settings) {
        List<RateSettings.Edition> editions =
                settings.referenceRates().stream()
                        .sorted(Comparator.comparing(RateSettings.Edition::from).reversed())
                        .toList();
        return day ->
                editions.stream()
                        .filter(each -> each.isOf(day))
                        .map(RateSettings.Edition::percent)
                        .findFirst();
    }
}
