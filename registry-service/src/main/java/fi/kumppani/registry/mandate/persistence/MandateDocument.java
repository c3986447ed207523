package fi.kumppani.registry.mandate.persistence;

import fi.kumppani.registry.mandate.Mandate;
import fi.kumppani.registry.mandate.MandateModule;

import org.jspecify.annotations.Nullable;

/** A mandate as it is kept. */
record MandateDocument(
        String mandateId, String associationId, String subject, String module, boolean valid) {

    static MandateDocument from(Mandate mandate) {
        return new MandateDocument(
                mandate.id(),
                mandate.associationId(),
                mandate.subject(),
                mandate.module().code(),
                mandate.valid());
    }

    Mandate toDomain() {
        return new Mandate(
                mandateId,
                associationId,
                subject,
                MandateModule.ofCode(module).orElseThrow(),
                valid);
    }

    /** Unique among valid mandates; a revoked one holds nothing. */
    @Nullable String holding() {
        return valid ? holding(subject, associationId, module) : null;
    }

    static String holding(String subject, String associationId, String module) {
        return associationId + "/" + module + "/" + subject;
    }
}
