package fi.kumppani.newsletter.material.messaging;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.events.Event;
import fi.kumppani.contracts.events.EventCancelled;
import fi.kumppani.contracts.events.EventChanged;
import fi.kumppani.contracts.events.EventPublished;
import fi.kumppani.contracts.grants.Call;
import fi.kumppani.contracts.grants.CallClosed;
import fi.kumppani.contracts.grants.CallPublished;
import fi.kumppani.kit.inbound.InboundMessage;
import fi.kumppani.kit.inbound.MessageDispatchers;
import fi.kumppani.kit.inbound.ReadModel;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.material.KeepMaterial;
import fi.kumppani.newsletter.material.Material;
import fi.kumppani.newsletter.material.Material.Kind;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import java.time.Instant;
import java.util.function.Consumer;

/** Keeps up to date what letters can tell of; what was imported is of the past. */
@Configuration(proxyBeanMethods = false)
class MaterialMessagesConfiguration {

    private static final String PUBLISHED = "published";

    @Bean
    Consumer<Message<byte[]>> materialMessages(
            MessageDispatchers dispatchers,
            KeepMaterial keepMaterial,
            @Qualifier("materialModel") ReadModel<?> materials) {
        var heard = new Heard(keepMaterial);
        return dispatchers
                .create("materialMessages")
                .on(
                        EventPublished.TYPE,
                        EventPublished.class,
                        message -> heard.event(message, message.data().event()))
                .on(
                        EventChanged.TYPE,
                        EventChanged.class,
                        message -> heard.event(message, message.data().event()))
                .on(
                        EventCancelled.TYPE,
                        EventCancelled.class,
                        message -> heard.event(message, message.data().event()))
                .on(
                        CallPublished.TYPE,
                        CallPublished.class,
                        message -> heard.call(message, message.data().call()))
                .on(
                        CallClosed.TYPE,
                        CallClosed.class,
                        message -> heard.closed(message, message.data().call()))
                .rebuilds(materials)
                .build();
    }

    private record Heard(KeepMaterial keepMaterial) {

        void event(InboundMessage<?> message, Event event) {
            if (event.imported() || !event.status().equals(PUBLISHED)) {
                keepMaterial.forget(message.subject(), message.sequence());
                return;
            }
            keepMaterial.keep(
                    new Material(
                            Kind.EVENT,
                            message.subject(),
                            LocalizedText.from(event.title()),
                            text(event.theme()),
                            LocalizedText.from(event.venue().name()),
                            event.startsAt(),
                            event.endsAt(),
                            event.registrationDeadline()),
                    message.sequence());
        }

        void call(InboundMessage<?> message, Call call) {
            if (call.imported()) {
                keepMaterial.forget(message.subject(), message.sequence());
                return;
            }
            keep(message, call, call.closesAt());
        }

        /** It is over; what it was called is asked for when its decisions are told. */
        void closed(InboundMessage<?> message, Call call) {
            if (call.imported()) {
                keepMaterial.forget(message.subject(), message.sequence());
                return;
            }
            Instant closed = message.time();
            keep(message, call, closed.isBefore(call.closesAt()) ? closed : call.closesAt());
        }

        private void keep(InboundMessage<?> message, Call call, Instant until) {
            keepMaterial.keep(
                    Material.ofCall(
                            message.subject(),
                            LocalizedText.from(call.title()),
                            call.opensAt(),
                            until),
                    message.sequence());
        }

        private static @Nullable LocalizedText text(@Nullable LocalizedTexts texts) {
            return texts == null ? null : LocalizedText.from(texts);
        }
    }
}
