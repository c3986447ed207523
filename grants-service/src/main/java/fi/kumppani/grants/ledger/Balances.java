package fi.kumppani.grants.ledger;

import fi.kumppani.kit.money.Euros;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is in each account.
 *
 * @param cents of every account, below zero for one that gave more than it got
 */
public record Balances(Map<Account, Long> cents) {

    /** Nothing anywhere. */
    public static final Balances NONE = new Balances(Map.of());

    /**
     * Copies the sums; an account that is not told has nothing.
     *
     * @throws IllegalArgumentException when they are not nothing together
     */
    public Balances {
        Map<Account, Long> all = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            all.put(account, cents.getOrDefault(account, 0L));
        }
        if (all.values().stream().mapToLong(Long::longValue).sum() != 0) {
            throw new IllegalArgumentException("What one account gets another one gives");
        }
        cents = Collections.unmodifiableMap(all);
    }

    /** What is in an account, below zero for one that gave more than it got. */
    public long in(Account account) {
        return cents.getOrDefault(account, 0L);
    }

    /** Whether an account has this much. */
    public boolean has(Account account, Euros amount) {
        return in(account) >= amount.cents();
    }

    /** The same after an entry of this kind. */
    public Balances after(LedgerEntry.Kind kind, Euros amount) {
        Map<Account, Long> next = new EnumMap<>(cents);
        next.merge(kind.from(), -amount.cents(), Math::addExact);
        next.merge(kind.to(), amount.cents(), Math::addExact);
        return new Balances(next);
    }
}
