package fi.kumppani.events.needs.persistence;

import fi.kumppani.events.needs.NeedsTerm;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NeedsSettings.class)
class NeedsConfiguration {

    @Bean
    NeedsTerm needsTerm(NeedsSettings settings) {
        return new NeedsTerm(settings.keepFor());
    }
}
