package fi.kumppani.newsletter;

import fi.kumppani.kit.secret.KeyedHash;
import fi.kumppani.newsletter.bounce.SignedReturnPaths;
import fi.kumppani.newsletter.bounce.inbox.InboxSettings;
import fi.kumppani.newsletter.bounce.report.ReadReport;
import fi.kumppani.newsletter.municipality.SenderRules;
import fi.kumppani.newsletter.sender.DomainRules;
import fi.kumppani.newsletter.sender.dns.DomainSettings;
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
    DomainRules domainRules(DomainSettings settings) {
        return settings.rules();
    }

    @Bean
    WishPatience wishPatience(NewsletterSettings settings) {
        return new WishPatience(settings.wishes().forgetAfter(), settings.wishes().lookEvery());
    }

    @Bean
    SignedReturnPaths returnPaths(
            Mailboxes mailboxes, NewsletterSettings settings, InboxSettings inbox) {
        return new SignedReturnPaths(
                mailboxes, new KeyedHash("addresses", settings.addressKey()), inbox.returnDomain());
    }

    @Bean
    ReadReport readReport(SignedReturnPaths paths) {
        return new ReadReport(paths);
    }

    @Bean
    Mailboxes mailboxes(NewsletterSettings settings) {
        return new Mailboxes(settings.addressKey());
    }
}
