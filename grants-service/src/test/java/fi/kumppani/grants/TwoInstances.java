package fi.kumppani.grants;

import fi.kumppani.grants.applicant.FakeRegistry;
import fi.kumppani.kit.testing.FaultyStore;

/** Two processes of the service on one store, each with a way of its own that can fail. */
public final class TwoInstances implements AutoCloseable {

    private final FaultyStore store = new FaultyStore();
    private final FakeRegistry registry = new FakeRegistry();
    private final FaultyStore.Way leftWay = store.way();
    private final FaultyStore.Way rightWay = store.way();
    private final GrantsInstance left = GrantsInstance.on(leftWay.database(), registry);
    private final GrantsInstance right = GrantsInstance.on(rightWay.database(), registry);

    /** What both know of associations. */
    public FakeRegistry registry() {
        return registry;
    }

    /** The one. */
    public GrantsInstance left() {
        return left;
    }

    /** The other. */
    public GrantsInstance right() {
        return right;
    }

    /** The one and the other in turns. */
    public GrantsInstance of(int number) {
        return number % 2 == 0 ? left : right;
    }

    /** The one's way to the store. */
    public FaultyStore.Way leftWay() {
        return leftWay;
    }

    /** Lets both fail by chance; see {@link FaultyStore#failingByChance}. */
    public void failByChance(long seed, int oneIn) {
        leftWay.befall(FaultyStore.failingByChance(seed, oneIn));
        rightWay.befall(FaultyStore.failingByChance(seed + 100, oneIn));
    }

    /** Takes the faults away. */
    public void heal() {
        leftWay.heal();
        rightWay.heal();
    }

    @Override
    public void close() {
        left.close();
        right.close();
        store.close();
    }
}
