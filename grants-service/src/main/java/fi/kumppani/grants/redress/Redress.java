package fi.kumppani.grants.redress;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.store.Creation;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All claims for a revised decision and all that a board took up about one application
 * (muutoksenhaku).
 *
 * @param application the application that was decided
 * @param cases in the order they arrived
 * @param courtAppeal the appeal to a court, if there is one
 */
public record Redress(
        ApplicationId application, List<RedressCase> cases, @Nullable CourtAppeal courtAppeal) {

    /**
     * A municipal appeal to the administrative court (kunnallisvalitus).
     *
     * @param filedOn the day it was filed
     * @param endedOn the day the court's ruling became final; absent until then
     */
    public record CourtAppeal(LocalDate filedOn, @Nullable LocalDate endedOn) {}

    /** Copies the list. */
    public Redress {
        cases = List.copyOf(cases);
    }

    /** A decision that nobody did anything about yet. */
    public static Redress of(ApplicationId application) {
        return new Redress(application, List.of(), null);
    }

    /** The number of the next case. */
    int next() {
        return cases.size() + 1;
    }

    /** The case with this number. */
    public Optional<RedressCase> find(int number) {
        return number < 1 || number > cases.size()
                ? Optional.empty()
                : Optional.of(cases.get(number - 1));
    }

    /** The case that a request with the same key made before. */
    Optional<RedressCase> madeBy(Creation request) {
        return cases.stream()
                .filter(each -> each.request().key().equals(request.key()))
                .findFirst();
    }

    /** The same with one more case. */
    Redress with(RedressCase added) {
        return new Redress(
                application, Stream.concat(cases.stream(), Stream.of(added)).toList(), courtAppeal);
    }

    /** The same with another case under a number. */
    Redress change(int number, UnaryOperator<RedressCase> change) {
        return new Redress(
                application,
                cases.stream()
                        .map(each -> each.number() == number ? change.apply(each) : each)
                        .toList(),
                courtAppeal);
    }

    /** The same with this appeal to a court. */
    Redress appealed(CourtAppeal appeal) {
        return new Redress(application, cases, appeal);
    }

    /**
     * The first day on which the decision is final, as far as this goes; empty while it cannot be
     * told.
     *
     * @param otherwise when it is final if nothing was done about it
     */
    Optional<LocalDate> finalFrom(LocalDate otherwise) {
        if (courtAppeal != null && courtAppeal.endedOn() == null) {
            return Optional.empty();
        }
        LocalDate last = otherwise;
        if (courtAppeal != null && courtAppeal.endedOn() != null) {
            last = later(last, courtAppeal.endedOn());
        }
        for (RedressCase each : cases) {
            Optional<LocalDate> over = each.overFrom();
            if (over.isEmpty()) {
                return Optional.empty();
            }
            last = later(last, over.get());
        }
        return Optional.of(last);
    }

    /** Whether something about it is open, or could still come to a court. */
    public boolean isOpen() {
        return finalFrom(LocalDate.MIN).isEmpty();
    }

    /** The last day on which something happened about it; empty when nothing did. */
    public Optional<LocalDate> lastDay() {
        return isOpen() || (cases.isEmpty() && courtAppeal == null)
                ? Optional.empty()
                : finalFrom(LocalDate.MIN);
    }

    /** The same without who claimed and what they wrote. */
    public Redress withoutClaims() {
        return new Redress(
                application, cases.stream().map(RedressCase::withoutClaim).toList(), courtAppeal);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
