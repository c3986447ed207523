package fi.kumppani.grants.call.persistence;

import fi.kumppani.kit.background.Agenda;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgendaConfiguration {

    /** What is due about calls. */
    @Bean
    Agenda agenda() {
        return new Agenda();
    }
}
