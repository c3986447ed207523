package fi.kumppani.kit.inbound;

import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A message as a handler gets it: what happened, when, about whom and because of what.
 *
 * @param id the message's own id; what an effect on the world is keyed by
 * @param type the wire name
 * @param source the service that told it
 * @param time when it happened
 * @param subject the aggregate it is about
 * @param municipality the municipality it belongs to, bound while the handler runs
 * @param sequence the dense count of the subject's messages; what a read model is guarded by
 * @param correlationId the message that began it all
 * @param causationId the message whose handling caused this one; absent when none did
 * @param data the record of {@code contracts}
 * @param <T> the record's type
 */
public record InboundMessage<T>(
        String id,
        String type,
        String source,
        Instant time,
        String subject,
        MunicipalityCode municipality,
        long sequence,
        String correlationId,
        @Nullable String causationId,
        T data) {}
