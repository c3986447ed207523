package fi.kumppani.events.feed.persistence;

import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.inbound.ReadModels;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the municipalities are kept. */
@Configuration(proxyBeanMethods = false)
class PlacesConfiguration {

    @Bean
    ReadModel<PlaceDocument> placeIndex(ReadModels readModels) {
        return readModels.open("municipality_places", PlaceDocument.class);
    }
}
