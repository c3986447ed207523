package fi.kumppani.events;

import fi.kumppani.events.registration.Retention;
import fi.kumppani.events.series.following.FollowerRetention;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long it is known who took part. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacySettings.class)
class PrivacyConfiguration {

    @Bean
    Retention retention(PrivacySettings settings) {
        return new Retention(settings.registrationsKept());
    }

    @Bean
    FollowerRetention followerRetention(PrivacySettings settings) {
        return new FollowerRetention(settings.followersKept());
    }
}
