package fi.kumppani.grants.call;

import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
 * @param window when applications are taken
 */
public record CallTerms(
        LocalizedText title,
        @Nullable LocalizedText description,
        @Nullable LocalizedText criteria,
        int year,
        Euros budget,
        Euros capPerApplication,
        Set<AssociationForm> eligibleForms,
        ApplicationWindow window) {

    static final int FIRST_YEAR = 1990;
    static final int LAST_YEAR = 2100;

    /**
     * @throws IllegalArgumentException when {@link #faults} would have found any
     */
    public CallTerms {
        eligibleForms = Set.copyOf(eligibleForms);
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
