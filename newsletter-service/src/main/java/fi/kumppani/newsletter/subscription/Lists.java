package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The lists of the current municipality. */
public interface Lists {

    /** The most lists a municipality is expected to have. */
    int MOST = 500;

    /** Keeps a new list, unless the same request made it before. */
    Addition add(NewsletterList list, Creation creation);

    /** The list with this id, if there is one. */
    default Optional<NewsletterList> find(String id) {
        return stored(id).map(Stored::body);
    }

    /** The list with this id in its version, if there is one. */
    Optional<Stored<NewsletterList>> stored(String id);

    /** Those of the lists that there are. */
    List<NewsletterList> findAll(Collection<String> ids);

    /** All of them, in the order they were made. */
    List<NewsletterList> all();

    /**
     * Changes a list.
     *
     * @param version the version the caller has seen
     * @return as it is now; empty when there is none
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Optional<Stored<NewsletterList>> change(
            String id, long version, UnaryOperator<NewsletterList> change);

    /** What became of an addition. */
    sealed interface Addition {

        /** It is kept. */
        record Added(NewsletterList list) implements Addition {}

        /** The same request made it before. */
        record Repeated(NewsletterList list) implements Addition {}

        /** The request's key was used for something else. */
        record KeyReused() implements Addition {}
    }
}
