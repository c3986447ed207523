package fi.kumppani.grants.retention;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was erased of an application, or of a batch of payments.
 *
 * @param subject its id
 * @param erasures in the order they began; one of a kind at most
 */
public record ErasureLog(String subject, List<Erasure> erasures) {

    /** Copies the list. */
    public ErasureLog {
        erasures = List.copyOf(erasures);
    }

    /** Of something of which nothing was erased. */
    public static ErasureLog of(String subject) {
        return new ErasureLog(subject, List.of());
    }

    /** What was erased of a kind. */
    public Optional<Erasure> find(DocumentKind kind) {
        return erasures.stream().filter(each -> each.kind() == kind).findFirst();
    }

    /** What was begun and not said to be done. */
    public List<Erasure> underWay() {
        return erasures.stream().filter(each -> each.doneAt() == null).toList();
    }

    /** The same with one more begun; the same when it was before. */
    ErasureLog beginning(Erasure erasure) {
        return find(erasure.kind()).isPresent()
                ? this
                : new ErasureLog(
                        subject, Stream.concat(erasures.stream(), Stream.of(erasure)).toList());
    }

    /** The same with one done. */
    ErasureLog done(DocumentKind kind, Instant now) {
        return new ErasureLog(
                subject,
                erasures.stream()
                        .map(
                                each ->
                                        each.kind() == kind && each.doneAt() == null
                                                ? each.done(now)
                                                : each)
                        .toList());
    }
}
