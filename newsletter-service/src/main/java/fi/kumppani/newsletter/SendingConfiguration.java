package fi.kumppani.newsletter;

import fi.kumppani.newsletter.dispatch.Patience;
import fi.kumppani.newsletter.issue.IssuePace;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all sending has in common. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

    @Bean
    Patience patience(SendingSettings settings) {
        return settings.patience();
    }

    @Bean
    IssuePace issuePace(SendingSettings settings) {
        return new IssuePace(settings.issueConnections());
    }
}
