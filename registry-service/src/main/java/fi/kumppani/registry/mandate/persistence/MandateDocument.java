package fi.kumppani.registry.mandate.persistence;

import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.registry.mandate.Actor;
import fi.kumppani.registry.mandate.Capacity;
import fi.kumppani.registry.mandate.Mandate;
import fi.kumppani.registry.mandate.MandateModule;
import fi.kumppani.registry.mandate.Mark;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A mandate as it is kept; what is not known of an older one is absent. */
record MandateDocument(
        String mandateId,
        String associationId,
        String subject,
        String module,
        boolean valid,
        @Nullable MarkDocument granted,
        @Nullable MarkDocument revoked) {

    /** What was done to it. */
    record MarkDocument(Instant at, String subject, String capacity) {

        static @Nullable MarkDocument from(@Nullable Mark mark) {
            return mark == null
                    ? null
                    : new MarkDocument(
                            mark.at(), mark.by().subject(), WireCodes.of(mark.by().capacity()));
        }

        Mark toDomain() {
            return new Mark(
                    at, new Actor(subject, WireCodes.read(Capacity.class, capacity).orElseThrow()));
        }
    }

    static MandateDocument from(Mandate mandate) {
        return new MandateDocument(
                mandate.id(),
                mandate.associationId(),
                mandate.subject(),
                mandate.module().code(),
                mandate.valid(),
                MarkDocument.from(mandate.granted()),
                MarkDocument.from(mandate.revoked()));
    }

    Mandate toDomain() {
        return new Mandate(
                mandateId,
                associationId,
                subject,
                MandateModule.ofCode(module).orElseThrow(),
                valid,
                granted == null ? null : granted.toDomain(),
                revoked == null ? null : revoked.toDomain());
    }

    /** Unique among valid mandates; a revoked one holds nothing. */
    @Nullable String holding() {
        return valid ? holding(subject, associationId, module) : null;
    }

    static String holding(String subject, String associationId, String module) {
        return associationId + "/" + module + "/" + subject;
    }
}
