package fi.kumppani.newsletter;

import fi.kumppani.newsletter.municipality.SenderRules;
import fi.kumppani.newsletter.subscription.Mailboxes;
import fi.kumppani.newsletter.subscription.WishPatience;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the features what the settings say. */
@Configuration(proxyBeanMethods = false)
class NewsletterConfiguration {

    @Bean
    SenderRules senderRules(NewsletterSettings settings) {
        return settings.senderRules();
    }

    @Bean
    WishPatience wishPatience(NewsletterSettings settings) {
        return new WishPatience(settings.wishes().forgetAfter(), settings.wishes().lookEvery());
    }

    @Bean
    Mailboxes mailboxes(NewsletterSettings settings) {
        return new Mailboxes(settings.addressKey());
    }
}
