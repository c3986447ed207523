package fi.kumppani.events.registration.persistence;

import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.inbound.ReadModels;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssociationModel {

    @Bean
    ReadModel<AssociationDocument> associationDocuments(ReadModels models) {
        return models.open("associations", AssociationDocument.class);
    }
}
