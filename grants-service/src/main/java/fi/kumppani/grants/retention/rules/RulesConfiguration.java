package fi.kumppani.grants.retention.rules;

import fi.kumppani.grants.retention.DocumentKind;
import fi.kumppani.grants.retention.RetentionRule;
import fi.kumppani.grants.retention.UsualRetention;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.validation.annotation.Validated;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The usual retention times: those of {@code retention.json}, and in their place the operator's.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RulesConfiguration.RetentionSettings.class)
class RulesConfiguration {

    /**
     * The operator's own times.
     *
     * @param kept how long by kind of document, such as {@code usage-report: P12Y}
     */
    @Validated
    @ConfigurationProperties("kumppani.grants.retention")
    record RetentionSettings(@DefaultValue @NotNull Map<String, Period> kept) {}

    private record Row(
            String kind,
            String from,
            @Nullable String kept,
            @Nullable String atLeast,
            String standing,
            LocalizedText basis) {

        RetentionRule read() {
            return new RetentionRule(
                    RulesConfiguration.kind(kind),
                    WireCodes.read(RetentionRule.From.class, from).orElseThrow(),
                    kept == null ? null : Period.parse(kept),
                    atLeast == null ? null : Period.parse(atLeast),
                    WireCodes.read(RetentionRule.Standing.class, standing).orElseThrow(),
                    basis);
        }
    }

    @Bean
    UsualRetention usualRetention(RetentionSettings settings) {
        settings.kept().keySet().forEach(RulesConfiguration::kind);
        List<RetentionRule> rules =
                Arrays.stream(read()).map(Row::read).map(rule -> own(rule, settings)).toList();
        for (DocumentKind kind : DocumentKind.values()) {
            if (rules.stream().filter(rule -> rule.kind() == kind).count() != 1) {
                throw new IllegalStateException("retention.json has not one rule for " + kind);
            }
        }
        return () -> rules;
    }

    private static RetentionRule own(RetentionRule rule, RetentionSettings settings) {
        Period kept = settings.kept().get(WireCodes.of(rule.kind()));
        if (kept == null) {
            return rule;
        }
        if (rule.kept() == null) {
            throw new IllegalArgumentException(rule.kind() + " is kept for ever");
        }
        return rule.keeping(kept, rule.standing());
    }

    private static DocumentKind kind(String code) {
        return WireCodes.read(DocumentKind.class, code)
                .orElseThrow(() -> new IllegalArgumentException("No kind of document is " + code));
    }

    private static Row[] read() {
        try (InputStream json =
                new ClassPathResource("retention.json", RulesConfiguration.class)
                        .getInputStream()) {
            return JsonMapper.builder().build().readValue(json, Row[].class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
