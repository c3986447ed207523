package fi.kumppani.grants.retention;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;

/**
 * That documents of a kind were erased, or are being; tells nothing of what was in them.
 *
 * @param kept the time by which
 * @param until the last day they were to be kept
 * @param begunAt when erasing began
 * @param doneAt when all of it was gone; null while a crash may have left some
 */
public record Erasure(
        DocumentKind kind,
        Period kept,
        LocalDate until,
        Instant begunAt,
        @Nullable Instant doneAt) {

    Erasure done(Instant now) {
        return new Erasure(kind, kept, until, begunAt, now);
    }
}
