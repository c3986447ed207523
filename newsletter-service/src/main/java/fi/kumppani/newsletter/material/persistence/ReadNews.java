package fi.kumppani.newsletter.material.persistence;

import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.inbound.ReadModels;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.material.KeepNews;
import fi.kumppani.newsletter.material.NewAssociation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The read models of decisions and verified associations. */
@Configuration(proxyBeanMethods = false)
class ReadNews {

    /** What was granted on an application, as it is kept. */
    record DecisionDocument(String callId, long cents, LocalDate on) {}

    /** A verified association, as it is kept. */
    record AssociationDocument(LocalizedText name, List<String> themes, Instant verifiedAt) {

        static AssociationDocument of(NewAssociation association) {
            return new AssociationDocument(
                    association.name(), association.themes(), association.verifiedAt());
        }

        NewAssociation toDomain(String id) {
            return new NewAssociation(id, name, themes, verifiedAt);
        }
    }

    @Bean
    ReadModel<DecisionDocument> decisionModel(ReadModels models) {
        return models.open("decisions", DecisionDocument.class);
    }

    @Bean
    ReadModel<AssociationDocument> newAssociationModel(ReadModels models) {
        return models.open("newAssociations", AssociationDocument.class);
    }

    @Bean
    KeepNews keepNews(
            ReadModel<DecisionDocument> decisions, ReadModel<AssociationDocument> associations) {
        return new KeepNews() {
            @Override
            public void decided(
                    String applicationId,
                    long sequence,
                    String callId,
                    Euros granted,
                    LocalDate on) {
                decisions.put(
                        applicationId, sequence, new DecisionDocument(callId, granted.cents(), on));
            }

            @Override
            public void undecided(String applicationId, long sequence) {
                decisions.remove(applicationId, sequence);
            }

            @Override
            public void verified(NewAssociation association, long sequence) {
                associations.put(association.id(), sequence, AssociationDocument.of(association));
            }

            @Override
            public void changed(NewAssociation association, long sequence) {
                associations
                        .find(association.id())
                        .ifPresent(
                                known ->
                                        associations.put(
                                                association.id(),
                                                sequence,
                                                new AssociationDocument(
                                                        association.name(),
                                                        association.themes(),
                                                        known.verifiedAt())));
            }

            @Override
            public void gone(String associationId, long sequence) {
                associations.remove(associationId, sequence);
            }
        };
    }
}
