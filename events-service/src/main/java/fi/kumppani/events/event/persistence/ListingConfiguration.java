package fi.kumppani.events.event.persistence;

import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.inbound.ReadModels;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the index over events is kept. */
@Configuration(proxyBeanMethods = false)
class ListingConfiguration {

    @Bean
    ReadModel<ListedDocument> eventIndex(ReadModels readModels) {
        return readModels.open("listed_events", ListedDocument.class);
    }
}
