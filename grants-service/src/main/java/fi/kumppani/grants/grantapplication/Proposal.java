package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.attachment.Attachments;
import fi.kumppani.grants.consortium.Partners;
import fi.kumppani.grants.eligibility.Plan;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the applicant asks for and what for.
 *
 * @param purpose what the money is for; absent in imported history that does not tell
 * @param eventDescription which events
 * @param plan what it comes to for the rules of the call; it tells the amount asked for
 * @param contact whom to write to; absent in imported history
 * @param form what is answered to the call's form; null when it has none
 * @param attachments the files that go with it
 * @param otherGrants what else supports the same purpose, as the applicant declares it
 * @param partners who applies together with the applicant
 */
public record Proposal(
        @Nullable String purpose,
        @Nullable String eventDescription,
        Plan plan,
        @Nullable ContactPoint contact,
        @Nullable FilledForm form,
        Attachments attachments,
        List<OtherGrant> otherGrants,
        Partners partners) {

    /**
     * @throws IllegalArgumentException when nothing is asked for, or for no event, or it ends
     *     before it begins
     */
    public Proposal {
        otherGrants = List.copyOf(otherGrants);
        Euros requested = plan.requested();
        if (requested == null || requested.cents() == 0 || plan.events() < 1) {
            throw new IllegalArgumentException("A proposal asks for more than nothing");
        }
        LocalDate beginsOn = plan.beginsOn();
        LocalDate endsOn = plan.endsOn();
        if (beginsOn != null && endsOn != null && endsOn.isBefore(beginsOn)) {
            throw new IllegalArgumentException("What it is for ends after it begins");
        }
    }

    /** A proposal as it begins: without answers, files and partners. */
    public Proposal(
            @Nullable String purpose,
            @Nullable String eventDescription,
            Plan plan,
            @Nullable ContactPoint contact,
            List<OtherGrant> otherGrants) {
        this(
                purpose,
                eventDescription,
                plan,
                contact,
                null,
                Attachments.NONE,
                otherGrants,
                Partners.NONE);
    }

    /** The amount asked for, more than nothing. */
    public Euros requested() {
        return Objects.requireNonNull(plan.requested());
    }

    /** What it costs as a whole; null when not told. */
    public @Nullable Euros totalCost() {
        return plan.totalCost();
    }

    /** How many events it is for, at least 1. */
    public int events() {
        return plan.events();
    }

    /** The first day of what it is for; null when not told. */
    public @Nullable LocalDate beginsOn() {
        return plan.beginsOn();
    }

    /** The last day, not before the first; null when not told. */
    public @Nullable LocalDate endsOn() {
        return plan.endsOn();
    }

    /** The ids of the call's declarations that are given. */
    public Set<String> declared() {
        return plan.declared();
    }

    /** The same with these answers. */
    public Proposal filled(@Nullable FilledForm next) {
        return new Proposal(
                purpose, eventDescription, plan, contact, next, attachments, otherGrants, partners);
    }

    /** The same with these files. */
    public Proposal attaching(Attachments next) {
        return new Proposal(
                purpose, eventDescription, plan, contact, form, next, otherGrants, partners);
    }

    /** The same with these partners. */
    public Proposal together(Partners next) {
        return new Proposal(
                purpose, eventDescription, plan, contact, form, attachments, otherGrants, next);
    }

    /**
     * What is said again for another call: not its days, its declarations, its files and who
     * applied together.
     */
    public Proposal again() {
        return new Proposal(
                purpose,
                eventDescription,
                new Plan(requested(), totalCost(), events(), null, null, Set.of(), plan.costs()),
                contact,
                otherGrants);
    }

    /**
     * What is said for a call of another municipality in the same year: not its declarations, its
     * files and who applied together.
     *
     * @param others what else is applied for there, first of all
     */
    public Proposal elsewhere(List<OtherGrant> others) {
        return new Proposal(
                purpose,
                eventDescription,
                new Plan(requested(), totalCost(), events(), beginsOn(), endsOn(), Set.of()),
                contact,
                both(others, otherGrants));
    }

    /** The same that declares these as well. */
    public Proposal declaring(List<OtherGrant> others) {
        return new Proposal(
                purpose,
                eventDescription,
                plan,
                contact,
                form,
                attachments,
                both(otherGrants, others),
                partners);
    }

    private static List<OtherGrant> both(List<OtherGrant> first, List<OtherGrant> then) {
        return Stream.concat(first.stream(), then.stream())
                .distinct()
                .limit(OtherGrant.MOST)
                .toList();
    }
}
