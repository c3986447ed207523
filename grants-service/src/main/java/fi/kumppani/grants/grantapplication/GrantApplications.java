package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The applications of the current municipality. */
public interface GrantApplications {

    /** The application with this id. */
    Optional<Stored<GrantApplication>> find(ApplicationId id);

    /** The application with this id, if it is decided. */
    default Optional<GrantApplication.Decided> decided(ApplicationId id) {
        return find(id).flatMap(stored -> stored.body().decided());
    }

    /** Those of the applications there are. */
    Map<ApplicationId, Stored<GrantApplication>> findAll(Collection<ApplicationId> ids);

    /**
     * Keeps a new application, unless the same request made it before.
     *
     * @param happenings what others are to be told, in the same write
     */
    Insertion<GrantApplication> add(
            GrantApplication application, List<Happening> happenings, Creation creation);

    /**
     * Looks at an application and does what is said, in one write; asks again when somebody else
     * wrote in between, so the question must have no effects.
     *
     * @param expected the version the caller has seen, if they must have seen the current one
     * @return empty when there is no such application
     */
    <R> Optional<R> change(
            ApplicationId id,
            OptionalLong expected,
            Function<Stored<GrantApplication>, Move<R>> decide);

    /**
     * As {@link #change(ApplicationId, OptionalLong, Function)}, beginning with the application as
     * it was seen just now.
     */
    <R> Optional<R> change(
            Stored<GrantApplication> seen, Function<Stored<GrantApplication>, Move<R>> decide);
}
