package fi.kumppani.grants.deminimis;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.kit.store.Stored;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What undertakings have of de minimis aid: of all municipalities of the deployment together, on
 * purpose, for the limit is the undertaking's and not a municipality's.
 */
public interface AidAccounts {

    /** Of an undertaking; version 0 before there was anything. */
    Stored<UndertakingAid> of(AssociationId undertaking);

    /**
     * Looks and does what is said, in one write; asks again when somebody else wrote in between,
     * whichever municipality they are in.
     *
     * @param expected the version the caller has seen, if they must have seen the current one
     * @param decide the next state, or empty to leave it; without effects
     * @return as it then is
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    Stored<UndertakingAid> change(
            AssociationId undertaking,
            OptionalLong expected,
            Function<UndertakingAid, Optional<UndertakingAid>> decide);
}
