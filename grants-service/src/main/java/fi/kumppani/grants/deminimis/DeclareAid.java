package fi.kumppani.grants.deminimis;

import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes down what an applicant declares to have from others; before it has, it is granted no de
 * minimis aid (Article 7(4)).
 */
@Service
public class DeclareAid {

    private final AidAccounts accounts;
    private final Clock clock;

    DeclareAid(AidAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What the applicant has. */
    public Stored<UndertakingAid> of(GrantApplication application) {
        return accounts.of(application.filing().applicant());
    }

    /**
     * Takes a declaration down in place of the one before.
     *
     * @param items all it has from others; empty for nothing
     * @param seen the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Stored<UndertakingAid> declare(
            GrantApplication application, List<UndertakingAid.Aid> items, long seen) {
        var declaration =
                new UndertakingAid.Declaration(
                        items,
                        application.filing().id(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return accounts.change(
                application.filing().applicant(),
                OptionalLong.of(seen),
                account -> Optional.of(account.declaring(declaration)));
    }
}
