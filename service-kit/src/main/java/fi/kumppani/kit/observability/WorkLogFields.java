package fi.kumppani.kit.observability;

import fi.kumppani.kit.outbox.Causation;
import fi.kumppani.kit.tenancy.Tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Adds to each line of the log the municipality it was written for and the message being handled.
 */
public final class WorkLogFields implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.add("municipality", WorkLogFields::municipality).whenNotNull();
        members.add("message.id", WorkLogFields::messageId).whenNotNull();
        members.add("correlation.id", WorkLogFields::correlationId).whenNotNull();
    }

    private static @Nullable String municipality(@Nullable Object line) {
        return Tenancy.isBound() ? Tenancy.current().value() : null;
    }

    private static @Nullable String messageId(@Nullable Object line) {
        return Causation.current().map(Causation.Cause::messageId).orElse(null);
    }

    private static @Nullable String correlationId(@Nullable Object line) {
        return Causation.current().map(Causation.Cause::correlationId).orElse(null);
    }
}
