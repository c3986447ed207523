package fi.kumppani.events.timing.schedule;

import fi.kumppani.kit.background.Agenda;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgendaConfiguration {

    /** What is due about events. */
    @Bean
    Agenda agenda() {
        return new Agenda();
    }
}
