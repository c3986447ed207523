package fi.kumppani.kit.store;

/**
 * What became of an insertion.
 *
 * @param <B> the service's document type
 */
public sealed interface Insertion<B> {

    /** It is kept. */
    record Inserted<B>(Stored<B> stored) implements Insertion<B> {}

    /** The same request made it before. */
    record Repeated<B>(Stored<B> stored) implements Insertion<B> {}

    /** The Idempotency-Key was used before with other content. */
    record KeyReused<B>() implements Insertion<B> {}

    /**
     * Another aggregate has the value that must be unique.
     *
     * @param field the name the unique value was declared under
     */
    record Taken<B>(String field) implements Insertion<B> {}
}
