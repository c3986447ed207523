package fi.kumppani.portal.backend;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Why a service refused: a problem detail (RFC 9457) as far as pages need it.
 *
 * @param status the HTTP status, from 400 to 499
 * @param reason the stable code of a refused move, in kebab case; empty when there is none
 * @param ground the code of why somebody must keep out; empty when nobody must
 * @param errors the fields at fault
 */
public record Refusal(int status, String reason, String ground, List<FieldError> errors) {

    /** The status by which a service says that somebody else has written meanwhile. */
    public static final int STALE = 412;

    /** Copies the errors. */
    public Refusal {
        errors = List.copyOf(errors);
    }

    /** One that bars nobody. */
    public Refusal(int status, String reason, List<FieldError> errors) {
        this(status, reason, "", errors);
    }

    /** Whether the caller should wait and try again. */
    public boolean tooMany() {
        return status == 429;
    }

    /** Whether somebody else has written what was to be written anew. */
    public boolean isStale() {
        return status == STALE;
    }

    static Refusal of(int status, @Nullable Body body) {
        return new Refusal(
                status,
                body == null || body.reason() == null ? "" : body.reason(),
                body == null || body.ground() == null ? "" : body.ground(),
                body == null || body.errors() == null ? List.of() : body.errors());
    }

    /**
     * What is wrong with one field.
     *
     * @param field its path in the body that was sent
     * @param code what is wrong, in kebab case
     */
    public record FieldError(String field, String code) {}

    record Body(
            @Nullable String reason, @Nullable String ground, @Nullable List<FieldError> errors) {}
}
