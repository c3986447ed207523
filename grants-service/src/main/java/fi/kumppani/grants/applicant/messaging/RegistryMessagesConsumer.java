package fi.kumppani.grants.applicant.messaging;

import fi.kumppani.contracts.registry.Association;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.contracts.registry.AssociationVerified;
import fi.kumppani.contracts.registry.MandateGranted;
import fi.kumppani.contracts.registry.MandateRevoked;
import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.applicant.Mandate;
import fi.kumppani.grants.applicant.RegistryNews;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.List;
import java.util.function.Consumer;

@Configuration(proxyBeanMethods = false)
class RegistryMessagesConsumer {

    private static final String FUNCTION = "registryMessages";
    private static final String GRANTS = "grants";
    private static final String DISSOLVED = "dissolved";

    @Bean
    Consumer<Message<byte[]>> registryMessages(
            MessageDispatchers dispatchers, RegistryNews news, List<ReadModel<?>> models) {
        return dispatchers
                .create(FUNCTION)
                .on(
                        AssociationRegistered.TYPE,
                        AssociationRegistered.class,
                        message ->
                                news.keep(
                                        applicant(message.data().association()),
                                        message.sequence()))
                .on(
                        AssociationVerified.TYPE,
                        AssociationVerified.class,
                        message ->
                                news.keep(
                                        applicant(message.data().association()),
                                        message.sequence()))
                .on(
                        AssociationChanged.TYPE,
                        AssociationChanged.class,
                        message ->
                                news.keep(
                                        applicant(message.data().association()),
                                        message.sequence()))
                .on(
                        MandateGranted.TYPE,
                        MandateGranted.class,
                        message -> keep(news, message.data().mandate(), message.sequence()))
                .on(
                        MandateRevoked.TYPE,
                        MandateRevoked.class,
                        message -> keep(news, message.data().mandate(), message.sequence()))
                .rebuilds(models.toArray(ReadModel<?>[]::new))
                .build();
    }

    private static void keep(
            RegistryNews news, fi.kumppani.contracts.registry.Mandate told, long sequence) {
        if (told.module().equals(GRANTS)) {
            news.keep(
                    new Mandate(
                            told.id(),
                            new AssociationId(told.associationId()),
                            told.subject(),
                            told.valid()),
                    sequence);
        }
    }

    private static Applicant applicant(Association told) {
        return new Applicant(
                new AssociationId(told.id()),
                LocalizedText.from(told.name()),
                AssociationForm.ofCode(told.form()).orElse(AssociationForm.OTHER),
                new MunicipalityCode(told.homeMunicipality()),
                told.active() && !told.status().equals(DISSOLVED),
                told.businessId());
    }
}
