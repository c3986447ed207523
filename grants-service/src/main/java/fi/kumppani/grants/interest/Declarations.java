package fi.kumppani.grants.interest;

import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What people declared in the current municipality, one declaration for each of them. */
public interface Declarations {

    /** What this person declared; empty when nothing yet. */
    Optional<Stored<Declaration>> find(String subject);

    /** What these people declared, by person; those who declared nothing are left out. */
    Map<String, Declaration> findAll(Collection<String> subjects);

    /**
     * All declarations of the municipality, in an order that stays.
     *
     * @param after the person of the last one known; empty for the beginning
     * @param limit the most to give
     */
    List<Declaration> list(String after, int limit);

    /**
     * Changes a person's declaration in one write, beginning one if there is none; asks again when
     * the person wrote in between, so the question must have no effects.
     *
     * @param expected the version the person has seen, if they must have seen the current one; 0
     *     for one that does not exist
     * @param decide the next state; empty to leave it
     * @return as it then is
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Stored<Declaration> change(
            String subject,
            OptionalLong expected,
            Function<Declaration, Optional<Declaration>> decide);
}
