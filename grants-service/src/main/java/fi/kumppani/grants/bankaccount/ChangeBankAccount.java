package fi.kumppani.grants.bankaccount;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Somebody enters the account that grants are paid to, and somebody else confirms it. */
@Service
public class ChangeBankAccount {

    private final BankAccounts accounts;
    private final Clock clock;

    ChangeBankAccount(BankAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Enters an account.
     *
     * @param seen the version the caller has seen
     */
    public Stored<BankAccount> enter(
            AssociationId association, Iban iban, BankAccount.Enterer by, long seen) {
        Instant now = now();
        return accounts.change(
                association,
                OptionalLong.of(seen),
                known -> {
                    BankAccount next = known.enter(iban, by, now);
                    return next.equals(known)
                            ? Optional.empty()
                            : Optional.of(entered(known, next));
                });
    }

    private static AccountChange entered(BankAccount known, BankAccount next) {
        BankAccount.Proposed proposed = next.proposed();
        return proposed == null
                ? new AccountChange(
                        next,
                        Objects.requireNonNull(next.current()).change(),
                        AccountChange.Status.IN_USE,
                        false)
                : new AccountChange(
                        next,
                        proposed.change(),
                        AccountChange.Status.PROPOSED,
                        known.current() != null);
    }

    /** Confirms the account that waits; never by who entered it. */
    public Result confirm(AssociationId association, String by, long seen) {
        Instant now = now();
        return move(
                association, seen, AccountChange.Status.IN_USE, known -> known.confirm(by, now));
    }

    /** Drops the account that waits. */
    public Result drop(AssociationId association, long seen) {
        return move(association, seen, AccountChange.Status.DROPPED, BankAccount::drop);
    }

    private Result move(
            AssociationId association,
            long seen,
            AccountChange.Status status,
            Function<BankAccount, BankAccount.Moved> move) {
        AtomicReference<Optional<BankAccount.Refusal>> refusal =
                new AtomicReference<>(Optional.empty());
        Stored<BankAccount> after =
                accounts.change(
                        association,
                        OptionalLong.of(seen),
                        known ->
                                switch (move.apply(known)) {
                                    case BankAccount.Moved.To(var next) -> {
                                        refusal.set(Optional.empty());
                                        yield Optional.of(
                                                new AccountChange(
                                                        next,
                                                        Objects.requireNonNull(known.proposed())
                                                                .change(),
                                                        status,
                                                        known.current() != null));
                                    }
                                    case BankAccount.Moved.Refused(var reason) -> {
                                        refusal.set(Optional.of(reason));
                                        yield Optional.empty();
                                    }
                                });
        return refusal.get()
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> new Result.Kept(after));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is kept. */
        record Kept(Stored<BankAccount> account) implements Result {}

        /** It stays as it was. */
        record Refused(BankAccount.Refusal reason) implements Result {}
    }
}
