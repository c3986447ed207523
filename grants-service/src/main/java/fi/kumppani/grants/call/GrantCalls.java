package fi.kumppani.grants.call;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The calls of the current municipality. */
public interface GrantCalls {

    /** The call with this id. */
    Optional<Stored<GrantCall>> find(CallId id);

    /** The call with this id, if it is published, closed or not. */
    default Optional<GrantCall.Announced> announced(CallId id) {
        return find(id).map(Stored::body)
                .filter(GrantCall.Announced.class::isInstance)
                .map(GrantCall.Announced.class::cast);
    }

    /**
     * The terms of a call that an application was made to, which is announced and stays so; terms
     * of an announced call never change.
     *
     * @throws IllegalStateException when there is no such call
     */
    default CallTerms terms(CallId id) {
        return announced(id)
                .map(GrantCall.Announced::terms)
                .orElseThrow(() -> new IllegalStateException("There is no announced call " + id));
    }

    /** The call that was imported under this key. */
    Optional<GrantCall.Published> imported(String importKey);

    /** Keeps a new call, unless the same request made it before; a published one is announced. */
    Insertion<GrantCall> add(GrantCall call, Creation creation);

    /**
     * Looks at a call and does what is said, in one write; asks again when somebody else wrote in
     * between, so the question must have no effects.
     *
     * @param expected the version the caller has seen, if they must have seen the current one
     * @return empty when there is no such call
     */
    <R> Optional<R> change(
            CallId id, OptionalLong expected, Function<Stored<GrantCall>, CallMove<R>> decide);

    /**
     * All calls, in the order they were made.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<GrantCall>> list(String after, int limit);

    /**
     * The published calls that take applications at an instant, in the order they were made;
     * imported history takes none.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<GrantCall>> open(Instant now, String after, int limit);
}
