package fi.kumppani.grants.casemanagement;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The cases of the current municipality, one for an application at most. */
public interface CaseFiles {

    /** The case of an application. */
    Optional<Stored<CaseFile>> find(ApplicationId application);

    /** Those of the cases there are, by application. */
    Map<ApplicationId, CaseFile> findAll(Collection<ApplicationId> applications);

    /** Keeps a new case, unless the application has one, or another has its number; and tells. */
    Insertion<CaseFile> open(CaseFile.Opened opened);

    /**
     * Looks at a case, does what is said and tells of it, in one write; asks again when somebody
     * else wrote in between, so the question must have no effects.
     *
     * @param expected the version the caller has seen, if they must have seen the current one
     * @return empty when the application has none
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    <R> Optional<R> change(
            ApplicationId application, OptionalLong expected, Function<CaseFile, Step<R>> decide);

    /**
     * What is to be done.
     *
     * @param next what it becomes; empty to leave it
     * @param result what to answer
     */
    record Step<R>(Optional<CaseFile> next, R result) {

        static <R> Step<R> to(CaseFile next, R result) {
            return new Step<>(Optional.of(next), result);
        }

        static <R> Step<R> stay(R result) {
            return new Step<>(Optional.empty(), result);
        }
    }
}
