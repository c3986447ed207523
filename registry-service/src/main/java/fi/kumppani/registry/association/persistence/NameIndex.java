package fi.kumppani.registry.association.persistence;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.registry.association.Association;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the associations of each municipality are called, kept in memory for a few seconds: a
 * municipality has a thousand at most, and everybody who registers for something looks for one.
 */
final class NameIndex {

    private static final long KEPT_NANOS = 5_000_000_000L;

    private final LongSupplier nanoTime;
    private final Map<MunicipalityCode, Names> known = new ConcurrentHashMap<>();

    NameIndex(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The ids of those whose names have all the words, in the order they were read. */
    List<String> find(
            MunicipalityCode municipality, String words, Supplier<List<Stored<Association>>> read) {
        List<String> wanted =
                Stream.of(lower(words).split("\\s+")).filter(word -> !word.isEmpty()).toList();
        Names names =
                known.compute(
                        municipality,
                        (_, before) ->
                                before == null
                                                || nanoTime.getAsLong() - before.readAt()
                                                        > KEPT_NANOS
                                        ? new Names(nanoTime.getAsLong(), names(read.get()))
                                        : before);
        return names.all().stream()
                .filter(named -> wanted.stream().allMatch(named.text()::contains))
                .map(Named::id)
                .toList();
    }

    private static List<Named> names(List<Stored<Association>> associations) {
        return associations.stream()
                .filter(stored -> !(stored.body() instanceof Association.Dissolved))
                .map(stored -> new Named(stored.id(), text(stored.body().facts().name())))
                .toList();
    }

    private static String text(LocalizedText name) {
        return Stream.of(name.fi(), name.sv(), name.en())
                .filter(Objects::nonNull)
                .map(NameIndex::lower)
                .collect(Collectors.joining("\n"));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private record Names(long readAt, List<Named> all) {}

    private record Named(String id, String text) {}
}
