package fi.kumppani.kit.outbox;

/**
 * The names of the record headers that carry a message's envelope: CloudEvents 1.0, Kafka binary
 * mode, with our extensions.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
public final class CloudEventHeaders {

    /** The message's own id, UUIDv7: what effects on the world are keyed by. */
    public static final String ID = "ce_id";

    /** The wire name with its version, {@code grants.application.decided.v1}. */
    public static final String TYPE = "ce_type";

    /** The service that tells it. */
    public static final String SOURCE = "ce_source";

    /** When it happened, RFC 3339 in UTC. */
    public static final String TIME = "ce_time";

    /** The aggregate it is about; the record's key as well. */
    public static final String SUBJECT = "ce_subject";

    /** Always {@link #VERSION}. */
    public static final String SPEC_VERSION = "ce_specversion";

    /** Extension: the municipality's code, three digits. */
    public static final String MUNICIPALITY = "ce_municipality";

    /** Extension: the dense count of the aggregate's messages, written by {@link #sequence}. */
    public static final String SEQUENCE = "ce_sequence";

    /** Extension: the id of the message that began it all; its own id when nothing came before. */
    public static final String CORRELATION_ID = "ce_correlationid";

    /** Extension: the id of the message whose handling caused this one; absent when none did. */
    public static final String CAUSATION_ID = "ce_causationid";

    /** The media type of the data. */
    public static final String CONTENT_TYPE = "content-type";

    /** The W3C trace context the message continues. */
    public static final String TRACE_PARENT = "traceparent";

    /** The version of CloudEvents we speak. */
    public static final String VERSION = "1.0";

    /** The only content type of our data. */
    public static final String JSON = "application/json";

    private static final int SEQUENCE_DIGITS = 20;

    private CloudEventHeaders() {}

    /** A sequence as it travels: zero-padded to 20 digits, so that texts sort as numbers do. */
    public static String sequence(long sequence) {
        String digits = Long.toString(sequence);
        return "0".repeat(SEQUENCE_DIGITS - digits.length()) + digits;
    }
}
