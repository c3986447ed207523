package fi.kumppani.grants.recovery;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What comes back of grants in the current municipality. */
public interface Recoveries {

    /** What came back of a grant; version 0 before anything was claimed or came. */
    Stored<Recovery> of(ApplicationId application);

    /** Those of which something was claimed or came, by application. */
    Map<ApplicationId, Recovery> findAll(Collection<ApplicationId> applications);

    /**
     * Moves it and tells of it, in one write; asks again when somebody else wrote in between, so
     * the question must have no effects.
     *
     * @param expected the version the caller has seen, if they must have seen the current one
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Recovery.Moved move(
            ApplicationId application,
            OptionalLong expected,
            Function<Recovery, Recovery.Moved> decide);

    /** Changes what is kept and tells nobody, as of what is erased. */
    void rewrite(ApplicationId application, UnaryOperator<Recovery> change);

    /** Shows each of all municipalities of which the ledger may not know, in its municipality. */
    void forEachUnbooked(Consumer<ApplicationId> work);
}
