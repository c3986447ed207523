package fi.kumppani.grants.bankaccount;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.kit.store.Stored;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** The bank accounts known in the current municipality. */
public interface BankAccounts {

    /** The account of an association, in version 0 when it has told none. */
    Stored<BankAccount> find(AssociationId association);

    /** Those that are known, by association. */
    Map<AssociationId, BankAccount> findAll(Collection<AssociationId> associations);

    /** Erases what is known of an account for good; said again, it changes nothing. */
    void erase(AssociationId association);

    /**
     * Changes an account and tells that it changes, in one write; asks again when somebody else
     * wrote in between, so the question must have no effects.
     *
     * @param expected the version the caller has seen, if they must have seen the current one
     * @param decide what has happened, or empty to leave it
     * @return as it then is
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Stored<BankAccount> change(
            AssociationId association,
            OptionalLong expected,
            Function<BankAccount, Optional<AccountChange>> decide);
}
