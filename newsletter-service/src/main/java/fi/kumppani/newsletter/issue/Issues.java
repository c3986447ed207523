package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.newsletter.dispatch.Work;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The issues of the current municipality. */
public interface Issues {

    /**
     * Keeps a new issue, and tells of one that was sent, unless the same request made it before.
     */
    Addition add(Issue issue, Creation creation);

    /** The issue with this id, if there is one. */
    Optional<Stored<Issue>> find(String id);

    /** Those of the issues that there are. */
    List<Issue> findAll(Collection<String> ids);

    /**
     * Some of them, in the order they were made.
     *
     * @param after the id to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<Issue>> list(String after, int limit);

    /**
     * Those that were not sent, or not to all, in the order they were made.
     *
     * @param after the id to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Stored<Issue>> listUnsent(String after, int limit);

    /**
     * Changes an issue.
     *
     * @param version the version the caller has seen
     * @param change gives it as it is to be; nothing when its state does not allow that
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Outcome change(String id, long version, Function<Issue, Optional<Issue>> change);

    /**
     * Moves an issue on and tells of it when it is sent, in one write. Waits while the store is
     * away; a move must know its own result when it sees it.
     *
     * @param move gives it as it is to be; the very same one to leave it
     * @return as it is now; empty when there is none
     */
    Optional<Issue> move(String id, UnaryOperator<Issue> move);

    /**
     * Where issues are that are on their way, in all municipalities.
     *
     * @param after the id to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Work> unfinished(String after, int limit);

    /** What became of an addition. */
    sealed interface Addition {

        /** It is kept. */
        record Added(Stored<Issue> issue) implements Addition {}

        /** The same request made it before. */
        record Repeated(Stored<Issue> issue) implements Addition {}

        /** The request's key was used for something else. */
        record KeyReused() implements Addition {}

        /** Another issue of the list has the number. */
        record NumberTaken() implements Addition {}
    }

    /** What became of a change. */
    sealed interface Outcome {

        /** It is kept so. */
        record Kept(Stored<Issue> issue) implements Outcome {}

        /** Its state does not allow that. */
        record NotPossible() implements Outcome {}

        /** Another issue of the list has the number. */
        record NumberTaken() implements Outcome {}

        /** There is no such issue. */
        record Unknown() implements Outcome {}
    }
}
