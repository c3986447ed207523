package fi.kumppani.newsletter.municipality.persistence;

import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.inbound.ReadModels;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.municipality.KeepName;
import fi.kumppani.newsletter.municipality.MunicipalityNames;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read model of names. */
@Configuration(proxyBeanMethods = false)
class ReadNames {

    /** A name as it is kept. */
    record NameDocument(LocalizedText name) {}

    @Bean
    ReadModel<NameDocument> municipalityNamesModel(ReadModels models) {
        return models.open("municipalityNames", NameDocument.class);
    }

    @Bean
    MunicipalityNames municipalityNames(ReadModel<NameDocument> model) {
        return () -> model.find(Tenancy.current().value()).map(NameDocument::name);
    }

    @Bean
    KeepName keepName(ReadModel<NameDocument> model) {
        return (code, sequence, name) -> model.put(code, sequence, new NameDocument(name));
    }
}
