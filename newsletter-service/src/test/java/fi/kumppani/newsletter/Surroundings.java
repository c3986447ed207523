package fi.kumppani.newsletter;

import fi.kumppani.newsletter.sender.KnownRecords;
import fi.kumppani.newsletter.smtp.ScriptedSmtp;
import fi.kumppani.newsletter.stand.ScriptedContacts;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What the service finds around it in a test. */
@TestConfiguration(proxyBeanMethods = false)
class Surroundings {

    @Bean
    @Primary
    HurriedClock hurriedClock() {
        return new HurriedClock();
    }

    @Bean
    ScriptedSmtp mailServer() {
        return new ScriptedSmtp();
    }

    @Bean
    ScriptedContacts contacts() {
        return new ScriptedContacts();
    }

    @Bean
    @Primary
    KnownRecords knownRecords() {
        return new KnownRecords();
    }

    @Bean
    DynamicPropertyRegistrar addresses(ScriptedSmtp mailServer, ScriptedContacts contacts) {
        return properties -> {
            properties.add("kumppani.smtp.port", mailServer::port);
            properties.add("kumppani.contacts.registry-url", contacts::address);
            properties.add("kumppani.contacts.events-url", contacts::address);
            properties.add("kumppani.contacts.grants-url", contacts::address);
            properties.add("kumppani.contacts.token-uri", contacts::tokenUri);
        };
    }
}
