package fi.kumppani.grants.power;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A power to decide, as it was recorded; it can be ended, never changed.
 *
 * @param id chosen by who recorded it
 * @param terms what it gives to whom
 * @param recorded by whom and when
 * @param endings what was stated of its end since; the last counts
 */
public record DecisionPower(String id, Terms terms, Source recorded, List<Ending> endings) {

    /** Copies the list. */
    public DecisionPower {
        endings = List.copyOf(endings);
    }

    /** What a power lets do. */
    public enum Use {
        /** Decides applications, and what follows from them. */
        DECIDE,
        /** Takes up decisions of those below it (otto-oikeus; kuntalaki 410/2015, 92 §). */
        TAKE_UP
    }

    /**
     * What a power gives to whom.
     *
     * @param use what it lets do
     * @param kind whether to an official or to a board
     * @param title which one, such as {@code kulttuurilautakunta}; capitals make no difference
     * @param kinds for which kinds of grants; empty for all
     * @param limit the most that may be granted in one decision; null when there is no limit
     * @param from its first day
     * @param until its last day, not before the first; null when none is foreseen
     * @param rule where it stands, such as {@code hallintosääntö 25 §}
     * @param holders who may record its decisions, as the identity provider's opaque {@code sub}
     */
    public record Terms(
            Use use,
            DecisionMaker.Kind kind,
            String title,
            Set<GrantKind> kinds,
            @Nullable Euros limit,
            LocalDate from,
            @Nullable LocalDate until,
            String rule,
            Set<String> holders) {

        /** Copies the sets. */
        public Terms {
            kinds = Set.copyOf(kinds);
            holders = Set.copyOf(holders);
        }
    }

    /**
     * Who stated something, and when.
     *
     * @param by the identity provider's opaque {@code sub}
     */
    public record Source(String by, Instant at) {}

    /**
     * A statement that it ends.
     *
     * @param until its last day; the day before its first when it never comes into force
     */
    public record Ending(LocalDate until, Source source) {}

    /** Counts what was stated of it; its ETag. */
    public long version() {
        return endings.size() + 1L;
    }

    /** Its last day, as it was stated last. */
    public Optional<LocalDate> until() {
        return endings.isEmpty()
                ? Optional.ofNullable(terms.until())
                : Optional.of(endings.getLast().until());
    }

    /** Whether it is in force on this day. */
    public boolean isInForce(LocalDate day) {
        return hasBegun(day) && until().filter(day::isAfter).isEmpty();
    }

    /** Whether it came into force on this day or before. */
    boolean hasBegun(LocalDate day) {
        return !terms.from().isAfter(day) && until().filter(terms.from()::isAfter).isEmpty();
    }

    boolean isFor(Use use) {
        return terms.use() == use;
    }

    boolean isFor(DecisionMaker maker) {
        String title = maker.title();
        return terms.kind() == maker.kind()
                && title != null
                && terms.title().equalsIgnoreCase(title.strip());
    }

    /** Whether it is for grants of this kind. */
    public boolean isFor(GrantKind kind) {
        return terms.kinds().isEmpty() || terms.kinds().contains(kind);
    }

    /** Whether so much may be granted by it in one decision. */
    public boolean covers(Euros amount) {
        Euros limit = terms.limit();
        return limit == null || !amount.exceeds(limit);
    }

    /** The same, stated to end. */
    DecisionPower ending(Ending ending) {
        return new DecisionPower(
                id, terms, recorded, Stream.concat(endings.stream(), Stream.of(ending)).toList());
    }
}
