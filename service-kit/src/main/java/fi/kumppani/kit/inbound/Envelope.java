package fi.kumppani.kit.inbound;

import fi.kumppani.kit.outbox.CloudEventHeaders;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** The headers of a message, read strictly: a message without its envelope is poison. */
record Envelope(
        String id,
        String type,
        String source,
        Instant time,
        String subject,
        MunicipalityCode municipality,
        long sequence,
        String correlationId,
        @Nullable String causationId) {

    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{20}");

    /** The type alone, to tell whether the message is of interest at all. */
    static String typeOf(Headers headers) {
        return required(headers, CloudEventHeaders.TYPE);
    }

    /** The id alone, for a log; null when there is none. */
    static @Nullable String idOf(Headers headers) {
        return optional(headers, CloudEventHeaders.ID);
    }

    static Envelope read(Headers headers) {
        String version = required(headers, CloudEventHeaders.SPEC_VERSION);
        if (!version.equals(CloudEventHeaders.VERSION)) {
            throw bad(CloudEventHeaders.SPEC_VERSION, null);
        }
        String contentType = optional(headers, CloudEventHeaders.CONTENT_TYPE);
        if (contentType != null && !contentType.startsWith(CloudEventHeaders.JSON)) {
            throw bad(CloudEventHeaders.CONTENT_TYPE, null);
        }
        String id = required(headers, CloudEventHeaders.ID);
        String correlationId = optional(headers, CloudEventHeaders.CORRELATION_ID);
        return new Envelope(
                id,
                typeOf(headers),
                required(headers, CloudEventHeaders.SOURCE),
                time(headers),
                required(headers, CloudEventHeaders.SUBJECT),
                municipality(headers),
                sequence(headers),
                correlationId == null ? id : correlationId,
                optional(headers, CloudEventHeaders.CAUSATION_ID));
    }

    <T> InboundMessage<T> with(T data) {
        return new InboundMessage<>(
                id,
                type,
                source,
                time,
                subject,
                municipality,
                sequence,
                correlationId,
                causationId,
                data);
    }

    private static Instant time(Headers headers) {
        try {
            return OffsetDateTime.parse(required(headers, CloudEventHeaders.TIME)).toInstant();
        } catch (DateTimeException e) {
            throw bad(CloudEventHeaders.TIME, e);
        }
    }

    private static MunicipalityCode municipality(Headers headers) {
        String code = required(headers, CloudEventHeaders.MUNICIPALITY);
        if (!MunicipalityCode.isCode(code)) {
            throw bad(CloudEventHeaders.MUNICIPALITY, null);
        }
        return new MunicipalityCode(code);
    }

    private static long sequence(Headers headers) {
        String digits = required(headers, CloudEventHeaders.SEQUENCE);
        if (!SEQUENCE.matcher(digits).matches()) {
            throw bad(CloudEventHeaders.SEQUENCE, null);
        }
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw bad(CloudEventHeaders.SEQUENCE, e);
        }
    }

    private static String required(Headers headers, String name) {
        String value = optional(headers, name);
        if (value == null || value.isBlank()) {
            throw new PoisonMessageException("Header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String optional(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null) {
            return null;
        }
        byte[] value = header.value();
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static PoisonMessageException bad(String header, @Nullable Throwable cause) {
        String message = "Header " + header + " is not of its form";
        return cause == null
                ? new PoisonMessageException(message)
                : new PoisonMessageException(message, cause);
    }
}
