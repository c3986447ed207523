package fi.kumppani.grants.applicant.persistence;

import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.inbound.ReadModels;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegistryReadModels {

    static final String MANDATES = "mandateModel";
    static final String MANDATES_OF_PEOPLE = "mandatesOfPeopleModel";

    @Bean
    ReadModel<ApplicantDocument> applicantModel(ReadModels models) {
        return models.open("applicants", ApplicantDocument.class);
    }

    @Bean
    ReadModel<MandateDocument> mandateModel(ReadModels models) {
        return models.open("mandates", MandateDocument.class);
    }

    @Bean
    ReadModel<MandateDocument> mandatesOfPeopleModel(ReadModels models) {
        return models.open("mandatesOfPeople", MandateDocument.class);
    }
}
