package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.attachment.Attachments;
import fi.kumppani.grants.eligibility.Plan;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What the applicant asks for and what for.
 *
 * @param purpose what the money is for; absent in imported history that does not tell
 * @param requested the amount asked for, more than nothing
 * @param events how many events it is for, at least 1
 * @param eventDescription which events
 * @param totalCost what it costs as a whole; null when not told
 * @param beginsOn the first day of what it is for; null when not told
 * @param endsOn the last day, not before the first; null when not told
 * @param declared the ids of the call's declarations that are given
 * @param contact whom to write to; absent in imported history
 * @param form what is answered to the call's form; null when it has none
 * @param attachments the files that go with it
 * @param otherGrants what else supports the same purpose, as the applicant declares it
 */
public record Proposal(
        @Nullable String purpose,
        Euros requested,
        int events,
        @Nullable String eventDescription,
        @Nullable Euros totalCost,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        Set<String> declared,
        @Nullable ContactPoint contact,
        @Nullable FilledForm form,
        Attachments attachments,
        List<OtherGrant> otherGrants) {

    /**
     * @throws IllegalArgumentException when nothing is asked for, or for no event, or it ends
     *     before it begins
     */
    public Proposal {
        declared = Set.copyOf(declared);
        otherGrants = List.copyOf(otherGrants);
        if (requested.cents() == 0 || events < 1) {
            throw new IllegalArgumentException("A proposal asks for more than nothing");
        }
        if (beginsOn != null && endsOn != null && endsOn.isBefore(beginsOn)) {
            throw new IllegalArgumentException("What it is for ends after it begins");
        }
    }

    /** A proposal that tells neither costs nor days. */
    public Proposal(
            @Nullable String purpose,
            Euros requested,
            int events,
            @Nullable String eventDescription,
            @Nullable ContactPoint contact) {
        this(
                purpose,
                requested,
                events,
                eventDescription,
                null,
                null,
                null,
                Set.of(),
                contact,
                null,
                Attachments.NONE,
                List.of());
    }

    /** The same with these answers. */
    public Proposal filled(@Nullable FilledForm next) {
        return new Proposal(
                purpose,
                requested,
                events,
                eventDescription,
                totalCost,
                beginsOn,
                endsOn,
                declared,
                contact,
                next,
                attachments,
                otherGrants);
    }

    /** What is said again for another call: not its days, its declarations and its files. */
    public Proposal again() {
        return new Proposal(
                purpose,
                requested,
                events,
                eventDescription,
                totalCost,
                null,
                null,
                Set.of(),
                contact,
                null,
                Attachments.NONE,
                List.of());
    }

    /** The same with these files. */
    public Proposal attaching(Attachments next) {
        return new Proposal(
                purpose,
                requested,
                events,
                eventDescription,
                totalCost,
                beginsOn,
                endsOn,
                declared,
                contact,
                form,
                next,
                otherGrants);
    }

    /** What it comes to for the rules of the call. */
    public Plan plan() {
        return new Plan(requested, totalCost, events, beginsOn, endsOn, declared);
    }
}
