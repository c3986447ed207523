package fi.kumppani.grants.changerequest;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What grantees of the current municipality asked to change. */
public interface AskedChanges {

    /** Of an application; version 0 before anything was asked. */
    Stored<ChangeRequests> of(ApplicationId application);

    /** Those of which something was asked, by application. */
    Map<ApplicationId, ChangeRequests> findAll(Collection<ApplicationId> applications);

    /**
     * Looks, does what is said and tells of it, in one write; asks again when somebody else wrote
     * in between, so the question must have no effects.
     *
     * @param expected the version the caller has seen, if they must have seen the current one
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    <R> R change(
            ApplicationId application,
            OptionalLong expected,
            Function<ChangeRequests, Step<R>> decide);

    /** Changes what is kept and tells nobody, as of what is erased. */
    void rewrite(ApplicationId application, UnaryOperator<ChangeRequests> change);

    /**
     * What is to be done.
     *
     * @param next what it becomes; empty to leave it
     * @param changed the number of the request that others are told of
     * @param result what to answer
     */
    record Step<R>(Optional<ChangeRequests> next, int changed, R result) {}

    /** What others are told: that this request began or ended. */
    record News(ChangeRequests requests, int changed) {}
}
