package fi.kumppani.grants.elsewhere.messaging;

import fi.kumppani.contracts.grants.Application;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.contracts.grants.ApplicationRevised;
import fi.kumppani.contracts.grants.Call;
import fi.kumppani.contracts.grants.CallPublished;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.elsewhere.ToldDecision;
import fi.kumppani.grants.elsewhere.ToldDecisions;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Outcome;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Hears what all municipalities tell of their decisions and calls. */
@Configuration(proxyBeanMethods = false)
class GrantsMessagesConfiguration {

    @Bean
    Consumer<Message<byte[]>> grantsMessages(MessageDispatchers dispatchers, ToldDecisions told) {
        return dispatchers
                .create("grantsMessages")
                .on(
                        ApplicationDecided.TYPE,
                        ApplicationDecided.class,
                        message -> keep(told, message, message.data().application()))
                .on(
                        ApplicationRevised.TYPE,
                        ApplicationRevised.class,
                        message -> keep(told, message, message.data().application()))
                .on(
                        CallPublished.TYPE,
                        CallPublished.class,
                        message -> keep(told, message, message.data().call()))
                .build();
    }

    private static void keep(
            ToldDecisions told, InboundMessage<?> message, Application application) {
        Optional<Outcome> outcome = WireCodes.read(Outcome.class, application.status());
        LocalDate decidedOn = application.decidedOn();
        if (outcome.isEmpty() || decidedOn == null) {
            return;
        }
        Stream.concat(Stream.of(application.associationId()), application.partnerIds().stream())
                .forEach(
                        each ->
                                told.keep(
                                        decision(
                                                each,
                                                message,
                                                application,
                                                outcome.get(),
                                                decidedOn),
                                        message.sequence()));
    }

    private static ToldDecision decision(
            String association,
            InboundMessage<?> message,
            Application application,
            Outcome outcome,
            LocalDate decidedOn) {
        return new ToldDecision(
                new AssociationId(association),
                application.year(),
                message.municipality(),
                new ApplicationId(application.id()),
                new CallId(application.callId()),
                Euros.from(application.requested()),
                application.granted() == null ? Euros.ZERO : Euros.from(application.granted()),
                outcome,
                decidedOn);
    }

    private static void keep(ToldDecisions told, InboundMessage<?> message, Call call) {
        told.keep(
                new CallId(call.id()),
                new ToldDecisions.ToldCall(
                        LocalizedText.from(call.title()),
                        Optional.ofNullable(call.kind())
                                .flatMap(kind -> WireCodes.read(GrantKind.class, kind))
                                .orElse(GrantKind.GENERAL)),
                message.sequence());
    }
}
