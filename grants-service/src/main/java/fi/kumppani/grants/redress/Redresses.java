package fi.kumppani.grants.redress;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What was done about the decisions of the current municipality. */
public interface Redresses {

    /** What was done about the decision on an application; version 0 before anything was. */
    Stored<Redress> of(ApplicationId application);

    /** The same for several; without those about which nothing was done yet. */
    Map<ApplicationId, Redress> findAll(Collection<ApplicationId> applications);

    /**
     * Keeps what is said, with the message it owes, in one write; asks again when somebody else
     * wrote in between, so the question must have no effects.
     *
     * @param expected the version the caller has seen, if they must have seen the current one
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    <R> R change(
            ApplicationId application, OptionalLong expected, Function<Redress, Step<R>> decide);

    /** Changes what is kept and tells nobody, as of what is erased; tells nothing new. */
    void rewrite(ApplicationId application, UnaryOperator<Redress> change);

    /**
     * What is to be done.
     *
     * @param next what it becomes; the same to leave it
     * @param changed the number of the case that others are told of; 0 for the appeal to a court
     * @param result what to answer
     */
    record Step<R>(Redress next, int changed, R result) {}
}
