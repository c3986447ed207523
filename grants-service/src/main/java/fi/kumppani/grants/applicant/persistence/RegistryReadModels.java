package fi.kumppani.grants.applicant.persistence;

import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.inbound.ReadModels;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegistryReadModels {

    @Bean
    ReadModel<ApplicantDocument> applicantModel(ReadModels models) {
        return models.open("applicants", ApplicantDocument.class);
    }

    @Bean
    ReadModel<MandateDocument> mandateModel(ReadModels models) {
        return models.open("mandates", MandateDocument.class);
    }
}
