package fi.kumppani.grants.scheme;

import fi.kumppani.kit.money.Euros;

import java.util.List;
import java.util.Optional;

/**
 * Which part of what something costs can be granted. The whole cost says which tier it falls into,
 * and the tier's share is of the whole cost: with 100 % to 1 000 € and 50 % to 10 000 €, what costs
 * 1 000 € can get 1 000 € and what costs 1 001 € can get 500.50 €.
 *
 * @param tiers from the smallest costs to the largest, at least one
 * @param above what is done about larger costs than those of the last tier
 */
public record FundingShare(List<Tier> tiers, Above above) {

    private static final int WHOLE = 100;

    /**
     * What costs at most this much.
     *
     * @param upTo the largest whole cost in it
     * @param percent the most of it that can be granted, 1 to 100
     */
    public record Tier(Euros upTo, int percent) {}

    /** What is done about costs above the last tier. */
    public enum Above {
        /** They are judged one by one; only the cap limits them. */
        DECIDED_SEPARATELY,
        /** Nothing is granted. */
        REFUSED
    }

    /** The most that can be granted. */
    public sealed interface Limit {

        /** At most this amount, cents rounded down. */
        record AtMost(Euros amount) implements Limit {}

        /** It is decided separately. */
        record Separate() implements Limit {}

        /** Nothing, because it costs too much. */
        record TooDear() implements Limit {}
    }

    /** Copies the tiers. */
    public FundingShare {
        tiers = List.copyOf(tiers);
    }

    /** Whether each tier has its place above the one before, and its share is one. */
    boolean isSound() {
        Euros last = Euros.ZERO;
        for (Tier tier : tiers) {
            if (!tier.upTo().exceeds(last) || tier.percent() < 1 || tier.percent() > WHOLE) {
                return false;
            }
            last = tier.upTo();
        }
        return !tiers.isEmpty();
    }

    /** The most that can be granted to what costs this much as a whole. */
    public Limit limit(Euros totalCost) {
        Optional<Tier> tier =
                tiers.stream().filter(each -> !totalCost.exceeds(each.upTo())).findFirst();
        if (tier.isPresent()) {
            return new Limit.AtMost(new Euros(totalCost.cents() * tier.get().percent() / WHOLE));
        }
        return switch (above) {
            case DECIDED_SEPARATELY -> new Limit.Separate();
            case REFUSED -> new Limit.TooDear();
        };
    }
}
