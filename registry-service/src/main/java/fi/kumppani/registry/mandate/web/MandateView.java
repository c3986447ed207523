package fi.kumppani.registry.mandate.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.registry.mandate.Mandate;
import fi.kumppani.registry.mandate.Mark;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A mandate as it now is.
 *
 * @param granted absent when it was not written down
 * @param revoked as above, or when it holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MandateView(
        String id,
        String associationId,
        String subject,
        String module,
        boolean valid,
        @Nullable MarkView granted,
        @Nullable MarkView revoked) {

    /**
     * What was done to a mandate.
     *
     * @param capacity {@code coordinator} or {@code main-user}
     * @param subject who did it, as the identity provider's opaque id
     */
    record MarkView(Instant at, String capacity, String subject) {

        static @Nullable MarkView of(@Nullable Mark mark) {
            return mark == null
                    ? null
                    : new MarkView(
                            mark.at(), WireCodes.of(mark.by().capacity()), mark.by().subject());
        }
    }

    static MandateView of(Mandate mandate) {
        return new MandateView(
                mandate.id(),
                mandate.associationId(),
                mandate.subject(),
                mandate.module().code(),
                mandate.valid(),
                MarkView.of(mandate.granted()),
                MarkView.of(mandate.revoked()));
    }
}
