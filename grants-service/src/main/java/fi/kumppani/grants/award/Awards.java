package fi.kumppani.grants.award;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What is granted in the current municipality. */
public interface Awards {

    /** The award of an application, in version 0 when nothing was heard of it yet. */
    Stored<Award> find(ApplicationId application);

    /** Those of which something was heard, by application. */
    Map<ApplicationId, Award> findAll(Collection<ApplicationId> applications);

    /**
     * Changes an award and tells of it, in one write; asks again when somebody else wrote in
     * between, so the question must have no effects.
     *
     * @param expected the version the caller has seen, if they must have seen the current one
     * @param decide the next state, or empty to leave it
     * @return as it then is
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Stored<Award> change(
            ApplicationId application,
            OptionalLong expected,
            Function<Award, Optional<Award>> decide);
}
