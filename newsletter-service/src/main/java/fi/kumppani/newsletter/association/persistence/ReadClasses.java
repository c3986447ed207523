package fi.kumppani.newsletter.association.persistence;

import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.inbound.ReadModels;
import fi.kumppani.newsletter.association.AssociationClasses;
import fi.kumppani.newsletter.association.KeepClass;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.HashMap;
import java.util.Map;

/** The read model of associations' classes. */
@Configuration(proxyBeanMethods = false)
class ReadClasses {

    /** A class as it is kept. */
    record ClassDocument(int purposeClass) {}

    @Bean
    ReadModel<ClassDocument> associationClassModel(ReadModels models) {
        return models.open("associationClasses", ClassDocument.class);
    }

    @Bean
    AssociationClasses associationClasses(ReadModel<ClassDocument> model) {
        return ids -> {
            Map<String, Integer> classes = new HashMap<>();
            model.findAllInAnyMunicipality(ids)
                    .forEach((id, entry) -> classes.put(id, entry.body().purposeClass()));
            return classes;
        };
    }

    @Bean
    KeepClass keepClass(ReadModel<ClassDocument> model) {
        return (id, sequence, purposeClass) -> {
            if (purposeClass == null) {
                model.remove(id, sequence);
            } else {
                model.put(id, sequence, new ClassDocument(purposeClass));
            }
        };
    }
}
