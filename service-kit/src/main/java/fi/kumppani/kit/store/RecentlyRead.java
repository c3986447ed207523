package fi.kumppani.kit.store;

import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What was read of each municipality, told again for five seconds: for what is asked for much more
 * often than it changes, and is small enough to be held for all municipalities.
 *
 * @param <T> what is read
 */
public final class RecentlyRead<T> {

    private static final long KEPT_NANOS = 5_000_000_000L;

    private final LongSupplier nanoTime;
    private final Map<MunicipalityCode, Read<T>> known = new ConcurrentHashMap<>();

    /**
     * @param nanoTime the time as {@link System#nanoTime} tells it
     */
    public RecentlyRead(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** What was read of it lately, else what is read now. */
    public T of(MunicipalityCode municipality, Supplier<T> read) {
        return known.compute(
                        municipality,
                        (_, before) ->
                                before == null || isOld(before)
                                        ? new Read<>(nanoTime.getAsLong(), read.get())
                                        : before)
                .value();
    }

    /** Has it read anew the next time. */
    public void forget(MunicipalityCode municipality) {
        known.remove(municipality);
    }

    private boolean isOld(Read<T> read) {
        return nanoTime.getAsLong() - read.at() > KEPT_NANOS;
    }

    private record Read<T>(long at, T value) {}
}
