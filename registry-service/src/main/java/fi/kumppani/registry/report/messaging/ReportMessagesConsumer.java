package fi.kumppani.registry.report.messaging;

import fi.kumppani.contracts.events.EventCancelled;
import fi.kumppani.contracts.events.EventChanged;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.contracts.events.RegistrationCancelled;
import fi.kumppani.contracts.events.RegistrationChanged;
import fi.kumppani.contracts.events.RegistrationConfirmed;
import fi.kumppani.contracts.events.RegistrationOffered;
import fi.kumppani.contracts.events.RegistrationPromoted;
import fi.kumppani.contracts.events.RegistrationRequested;
import fi.kumppani.contracts.events.RegistrationTransferred;
import fi.kumppani.contracts.events.RegistrationWaitlisted;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationRevised;
import fi.kumppani.contracts.grants.ApplicationSubmitted;
import fi.kumppani.contracts.newsletter.IssueSent;
import fi.kumppani.contracts.registry.AssociationChanged;
import fi.kumppani.contracts.registry.AssociationRegistered;
import fi.kumppani.contracts.registry.AssociationVerified;
import fi.kumppani.contracts.registry.MunicipalityDescribed;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.inbound.MessageHandler;
import fi.kumppani.kit.inbound.Rebuildable;
import fi.kumppani.registry.report.News;
import fi.kumppani.registry.report.ReportCounts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Counts every message that a figure of the report depends on. */
@Configuration(proxyBeanMethods = false)
class ReportMessagesConsumer {

    /** The binding's function. */
    @Bean
    Consumer<Message<byte[]>> reportMessages(
            MessageDispatchers dispatchers, ReportCounts counts, List<Rebuildable> readModels) {
        return dispatchers
                .create("reportMessages")
                .on(
                        MunicipalityDescribed.TYPE,
                        MunicipalityDescribed.class,
                        counting(counts, MunicipalityDescribed::municipality, ReportNews::of))
                .on(
                        AssociationRegistered.TYPE,
                        AssociationRegistered.class,
                        counting(counts, AssociationRegistered::association, ReportNews::of))
                .on(
                        AssociationVerified.TYPE,
                        AssociationVerified.class,
                        counting(counts, AssociationVerified::association, ReportNews::of))
                .on(
                        AssociationChanged.TYPE,
                        AssociationChanged.class,
                        counting(counts, AssociationChanged::association, ReportNews::of))
                .on(
                        EventPublished.TYPE,
                        EventPublished.class,
                        counting(counts, EventPublished::event, ReportNews::of))
                .on(
                        EventChanged.TYPE,
                        EventChanged.class,
                        counting(counts, EventChanged::event, ReportNews::of))
                .on(
                        EventCancelled.TYPE,
                        EventCancelled.class,
                        counting(counts, EventCancelled::event, ReportNews::of))
                .on(
                        RegistrationConfirmed.TYPE,
                        RegistrationConfirmed.class,
                        counting(counts, RegistrationConfirmed::registration, ReportNews::of))
                .on(
                        RegistrationWaitlisted.TYPE,
                        RegistrationWaitlisted.class,
                        counting(counts, RegistrationWaitlisted::registration, ReportNews::of))
                .on(
                        RegistrationPromoted.TYPE,
                        RegistrationPromoted.class,
                        counting(counts, RegistrationPromoted::registration, ReportNews::of))
                .on(
                        RegistrationRequested.TYPE,
                        RegistrationRequested.class,
                        counting(counts, RegistrationRequested::registration, ReportNews::of))
                .on(
                        RegistrationOffered.TYPE,
                        RegistrationOffered.class,
                        counting(counts, RegistrationOffered::registration, ReportNews::of))
                .on(
                        RegistrationChanged.TYPE,
                        RegistrationChanged.class,
                        counting(counts, RegistrationChanged::registration, ReportNews::of))
                .on(
                        RegistrationTransferred.TYPE,
                        RegistrationTransferred.class,
                        counting(counts, RegistrationTransferred::registration, ReportNews::of))
                .on(
                        RegistrationCancelled.TYPE,
                        RegistrationCancelled.class,
                        counting(counts, RegistrationCancelled::registration, ReportNews::of))
                .on(
                        ApplicationSubmitted.TYPE,
                        ApplicationSubmitted.class,
                        counting(counts, ApplicationSubmitted::application, ReportNews::of))
                .on(
                        ApplicationDecided.TYPE,
                        ApplicationDecided.class,
                        counting(counts, ApplicationDecided::application, ReportNews::of))
                .on(
                        ApplicationRevised.TYPE,
                        ApplicationRevised.class,
                        counting(counts, ApplicationRevised::application, ReportNews::of))
                .on(
                        IssueSent.TYPE,
                        IssueSent.class,
                        counting(counts, IssueSent::issue, ReportNews::of))
                .rebuilds(readModels.toArray(Rebuildable[]::new))
                .build();
    }

    private static <T extends Record, S> MessageHandler<T> counting(
            ReportCounts counts,
            Function<T, S> state,
            BiFunction<InboundMessage<?>, S, News> news) {
        return message -> counts.count(news.apply(message, state.apply(message.data())));
    }
}
