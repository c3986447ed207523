package fi.kumppani.grants.call;

import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a call offers, and to whom.
 *
 * @param title its title
 * @param description what the money is for, in more words
 * @param criteria what applications are judged by
 * @param year the budget year
 * @param budget the appropriation of the year
 * @param capPerApplication the most one application can be granted
 * @param eligibleForms which associations may apply
 * @param window when applications are taken, from the opening of the first round to the closing of
 *     the last
 * @param rounds the parts of the window in which they are; none when it is the whole window
 * @param scheme by which grounds it grants
 */
public record CallTerms(
        LocalizedText title,
        @Nullable LocalizedText description,
        @Nullable LocalizedText criteria,
        int year,
        Euros budget,
        Euros capPerApplication,
        Set<AssociationForm> eligibleForms,
        ApplicationWindow window,
        List<Round> rounds,
        Scheme scheme) {

    static final int FIRST_YEAR = 1990;
    static final int LAST_YEAR = 2100;

    /**
     * @throws IllegalArgumentException when {@link #faults} would have found any
     */
    public CallTerms {
        eligibleForms = Set.copyOf(eligibleForms);
        rounds = List.copyOf(rounds);
        var found =
                faults(
                        year,
                        budget,
                        capPerApplication,
                        eligibleForms,
                        window.opensAt(),
                        window.closesAt());
        if (!found.isEmpty()) {
            throw new IllegalArgumentException("The terms of a call contradict: " + found);
        }
        if (roundAtFault(rounds, window).isPresent()
                || !scheme.faults(capPerApplication).isEmpty()) {
            throw new IllegalArgumentException("The rounds or the scheme of a call contradict");
        }
    }

    /** Terms with one round and no grounds of their own. */
    public CallTerms(
            LocalizedText title,
            @Nullable LocalizedText description,
            @Nullable LocalizedText criteria,
            int year,
            Euros budget,
            Euros capPerApplication,
            Set<AssociationForm> eligibleForms,
            ApplicationWindow window) {
        this(
                title,
                description,
                criteria,
                year,
                budget,
                capPerApplication,
                eligibleForms,
                window,
                List.of(),
                Scheme.PLAIN);
    }

    /**
     * The first round, counted from 0, that is outside the window or not after the one before;
     * nothing when they hold.
     */
    public static OptionalInt roundAtFault(List<Round> rounds, ApplicationWindow window) {
        Instant earliest = window.opensAt();
        for (int i = 0; i < rounds.size(); i++) {
            ApplicationWindow round = rounds.get(i).window();
            if (round.opensAt().isBefore(earliest) || round.closesAt().isAfter(window.closesAt())) {
                return OptionalInt.of(i);
            }
            earliest = round.closesAt();
        }
        return OptionalInt.empty();
    }

    /** Whether an application at this instant is in time, in some round. */
    public boolean isOpen(Instant now) {
        return rounds.isEmpty() ? window.isOpen(now) : roundAt(now).isPresent();
    }

    /** The round that takes applications at this instant. */
    public Optional<Round> roundAt(Instant now) {
        return rounds.stream().filter(round -> round.isOpen(now)).findFirst();
    }

    /** When the rounds close, one after another. */
    public List<Instant> closings() {
        return rounds.isEmpty()
                ? List.of(window.closesAt())
                : rounds.stream().map(round -> round.window().closesAt()).toList();
    }

    /** Whether applications will still be taken some time after this instant, but are not now. */
    public boolean opensLater(Instant now) {
        return !isOpen(now)
                && (window.isAhead(now)
                        || rounds.stream().anyMatch(round -> round.window().isAhead(now)));
    }

    /**
     * The same terms for another year: every time is as many years later, by the calendar of
     * Europe/Helsinki, and the year in the title is the new one.
     */
    public CallTerms forYear(int next) {
        int years = next - year;
        return new CallTerms(
                retitled(next),
                description,
                criteria,
                next,
                budget,
                capPerApplication,
                eligibleForms,
                window.later(years),
                rounds.stream()
                        .map(
                                round ->
                                        new Round(
                                                round.name(),
                                                round.window().later(years),
                                                round.onlyIfMoneyIsLeft()))
                        .toList(),
                scheme.later(years));
    }

    private LocalizedText retitled(int next) {
        String before = String.valueOf(year);
        String after = String.valueOf(next);
        return new LocalizedText(
                replaced(title.fi(), before, after),
                replaced(title.sv(), before, after),
                replaced(title.en(), before, after));
    }

    private static @Nullable String replaced(@Nullable String text, String before, String after) {
        return text == null ? null : text.replace(before, after);
    }

    /** What is wrong with terms before they are any; nothing when they hold together. */
    public static List<Fault> faults(
            int year,
            Euros budget,
            Euros capPerApplication,
            Set<AssociationForm> eligibleForms,
            Instant opensAt,
            Instant closesAt) {
        List<Fault> found = new ArrayList<>();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            found.add(Fault.YEAR_OUT_OF_RANGE);
        }
        if (capPerApplication.cents() == 0) {
            found.add(Fault.CAP_NOT_POSITIVE);
        }
        if (capPerApplication.exceeds(budget)) {
            found.add(Fault.BUDGET_UNDER_CAP);
        }
        if (eligibleForms.isEmpty()) {
            found.add(Fault.NOBODY_ELIGIBLE);
        }
        if (!opensAt.isBefore(closesAt)) {
            found.add(Fault.CLOSES_BEFORE_OPENING);
        }
        return List.copyOf(found);
    }

    /** Every form there is, for calls that are open to all. */
    public static Set<AssociationForm> anyForm() {
        return Set.copyOf(EnumSet.allOf(AssociationForm.class));
    }

    /** Why terms do not hold together. */
    public enum Fault {
        /** The budget year is before 1990 or after 2100. */
        YEAR_OUT_OF_RANGE,
        /** Nothing could be granted. */
        CAP_NOT_POSITIVE,
        /** Not even one application could be granted in full. */
        BUDGET_UNDER_CAP,
        /** No form of association may apply. */
        NOBODY_ELIGIBLE,
        /** It would close before it opens, or at once. */
        CLOSES_BEFORE_OPENING
    }
}
