package fi.kumppani.grants.power;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.power.DecisionPower.Use;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All powers that a municipality has recorded, also those that have ended.
 *
 * @param all in the order they were recorded
 */
public record Powers(List<DecisionPower> all) {

    /** The most powers a municipality records. */
    public static final int MOST = 500;

    /** Of a municipality that has recorded nothing yet. */
    public static final Powers NONE = new Powers(List.of());

    /** Copies the list. */
    public Powers {
        all = List.copyOf(all);
    }

    /** The power with this id. */
    public Optional<DecisionPower> power(String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Those in force on this day. */
    public List<DecisionPower> on(LocalDate day) {
        return all.stream().filter(each -> each.isInForce(day)).toList();
    }

    /**
     * What whoever wants to decide lacks.
     *
     * @return empty also as long as no power has ever come into force
     */
    public Optional<PowerLack> lack(
            DecisionMaker maker, String by, GrantKind kind, Euros amount, LocalDate day) {
        return those(all, each -> each.isFor(Use.DECIDE)).stream()
                        .noneMatch(each -> each.hasBegun(day))
                ? Optional.empty()
                : lackOfNamed(maker, by, kind, amount, day);
    }

    /** As {@link #lack}, but as long as no power has come into force, nobody has one. */
    public Optional<PowerLack> lackOfNamed(
            DecisionMaker maker, String by, GrantKind kind, Euros amount, LocalDate day) {
        return lack(Use.DECIDE, maker, by, kind, amount, day);
    }

    /**
     * What whoever wants to record that a board took a decision up, or what it ruled then, lacks.
     *
     * @return empty also as long as no power of any use has ever come into force
     */
    public Optional<PowerLack> lackToTakeUp(
            DecisionMaker board, String by, GrantKind kind, LocalDate day) {
        return all.stream().noneMatch(each -> each.hasBegun(day))
                ? Optional.empty()
                : lack(Use.TAKE_UP, board, by, kind, Euros.ZERO, day);
    }

    private Optional<PowerLack> lack(
            Use use, DecisionMaker maker, String by, GrantKind kind, Euros amount, LocalDate day) {
        List<DecisionPower> ofMaker = those(on(day), each -> each.isFor(use) && each.isFor(maker));
        List<DecisionPower> ofKind = those(ofMaker, each -> each.isFor(kind));
        List<DecisionPower> held = those(ofKind, each -> each.terms().holders().contains(by));
        if (held.isEmpty()) {
            return Optional.of(
                    new PowerLack.None(
                            ofMaker.isEmpty()
                                    ? PowerLack.Want.MAKER
                                    : ofKind.isEmpty()
                                            ? PowerLack.Want.KIND
                                            : PowerLack.Want.HOLDER));
        }
        return held.stream().anyMatch(each -> each.covers(amount))
                ? Optional.empty()
                : held.stream()
                        .flatMap(each -> over(each.terms()))
                        .max(Comparator.comparing(PowerLack.Over::limit))
                        .map(PowerLack.class::cast);
    }

    private static Stream<PowerLack.Over> over(DecisionPower.Terms terms) {
        Euros limit = terms.limit();
        return limit == null ? Stream.empty() : Stream.of(new PowerLack.Over(limit, terms.rule()));
    }

    private static List<DecisionPower> those(
            List<DecisionPower> powers, Predicate<DecisionPower> which) {
        return powers.stream().filter(which).toList();
    }

    /** The same with one more. */
    Powers with(DecisionPower power) {
        return new Powers(Stream.concat(all.stream(), Stream.of(power)).toList());
    }

    /** The same with one stated to end. */
    Powers ending(String id, DecisionPower.Ending ending) {
        return new Powers(
                all.stream()
                        .map(each -> each.id().equals(id) ? each.ending(ending) : each)
                        .toList());
    }
}
