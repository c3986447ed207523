package fi.kumppani.grants.call.web;

import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.call.ApplicationWindow;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.Round;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A call as an officer plans it.
 *
 * @param title at most 200 characters in each language
 * @param description at most 5 000
 * @param criteria at most 5 000
 * @param eligibleForms codes of association forms
 * @param opensAt when the first round opens
 * @param closesAt when the last round closes; an application at this instant is late
 * @param rounds the parts of this time in which applications are taken; absent for all of it
 * @param scheme by which grounds it grants; absent for none of its own
 * @param publishAt when it is published by itself; absent for not before an officer does
 */
record CallRequest(
        @NotNull LocalizedText title,
        @Nullable LocalizedText description,
        @Nullable LocalizedText criteria,
        @NotNull Integer year,
        @NotNull Euros budget,
        @NotNull Euros capPerApplication,
        @NotNull @Size(max = 20) List<@NotNull String> eligibleForms,
        @NotNull Instant opensAt,
        @NotNull Instant closesAt,
        @Nullable @Size(max = 24) List<@NotNull @Valid RoundBody> rounds,
        @Nullable @Valid SchemeBody scheme,
        @Nullable Instant publishAt) {

    private static final int MOST_IN_A_TITLE = 200;
    private static final int MOST_IN_A_TEXT = 5_000;

    /**
     * The terms.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    CallTerms terms() {
        FieldErrors errors = new FieldErrors();
        errors.longest("title", title, MOST_IN_A_TITLE)
                .longest("description", description, MOST_IN_A_TEXT)
                .longest("criteria", criteria, MOST_IN_A_TEXT);
        Set<AssociationForm> forms = forms(errors);
        boolean allKnown = errors.isEmpty();
        Instant opens = opensAt.truncatedTo(ChronoUnit.MILLIS);
        Instant closes = closesAt.truncatedTo(ChronoUnit.MILLIS);
        CallTerms.faults(year, budget, capPerApplication, forms, opens, closes).stream()
                .filter(fault -> fault != CallTerms.Fault.NOBODY_ELIGIBLE || allKnown)
                .forEach(fault -> note(fault, errors));
        Instant publishes = publishAt();
        if (publishes != null && !publishes.isBefore(closes)) {
            errors.add("publishAt", "after-closing", "Before the call closes");
        }
        List<Round> read = RoundBody.read(rounds, errors);
        Scheme grounds = scheme == null ? Scheme.PLAIN : scheme.read(capPerApplication, errors);
        errors.throwIfAny();
        var window = new ApplicationWindow(opens, closes);
        CallTerms.roundAtFault(read, window)
                .ifPresent(
                        index ->
                                errors.add(
                                        "rounds[" + index + "]",
                                        "out-of-order",
                                        "One after another, from opensAt to closesAt"));
        errors.throwIfAny();
        return new CallTerms(
                title,
                description,
                criteria,
                year,
                budget,
                capPerApplication,
                forms,
                window,
                read,
                grounds);
    }

    @Override
    public @Nullable Instant publishAt() {
        return publishAt == null ? null : publishAt.truncatedTo(ChronoUnit.MILLIS);
    }

    private Set<AssociationForm> forms(FieldErrors errors) {
        Set<AssociationForm> forms = EnumSet.noneOf(AssociationForm.class);
        for (int i = 0; i < eligibleForms.size(); i++) {
            var form = AssociationForm.ofCode(eligibleForms.get(i));
            if (form.isPresent()) {
                forms.add(form.get());
            } else {
                errors.add(
                        "eligibleForms[" + i + "]",
                        "unknown",
                        "There is no such form of association");
            }
        }
        return forms;
    }

    private static void note(CallTerms.Fault fault, FieldErrors errors) {
        var _ =
                switch (fault) {
                    case YEAR_OUT_OF_RANGE ->
                            errors.add("year", "out-of-range", "A year from 1990 to 2100");
                    case CAP_NOT_POSITIVE ->
                            errors.add("capPerApplication", "not-positive", "More than nothing");
                    case BUDGET_UNDER_CAP ->
                            errors.add("budget", "under-cap", "At least the cap per application");
                    case NOBODY_ELIGIBLE ->
                            errors.add("eligibleForms", "empty", "At least one form may apply");
                    case CLOSES_BEFORE_OPENING ->
                            errors.add("closesAt", "before-opening", "After the call has opened");
                };
    }
}
