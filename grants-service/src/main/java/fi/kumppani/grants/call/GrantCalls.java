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

    /** The call with this id, if it is published. */
    default Optional<GrantCall.Published> published(CallId id) {
        return find(id).map(Stored::body)
                .filter(GrantCall.Published.class::isInstance)
                .map(GrantCall.Published.class::cast);
    }

    /** The call that was imported under this key. */
    Optional<GrantCall.Published> imported(String importKey);

    /** Keeps a new call, unless the same request made it before; a published one is announced. */
    Insertion<GrantCall> add(GrantCall call, Creation creation);

    /**
     * Publishes a draft; a call that is published already stays as it is.
     *
     * @param expected the version the officer has seen
     * @return the call as it then is, or the refusal; empty when there is no such call
     */
    Optional<GrantCall.Publication> publish(
            CallId id,
            OptionalLong expected,
            Function<GrantCall.Draft, GrantCall.Publication> decide);

    /**
     * The published calls that take applications at an instant, in the order they were made;
     * imported history takes none.
     *
     * @param after only ids greater than this; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<GrantCall>> open(Instant now, String after, int limit);
}
