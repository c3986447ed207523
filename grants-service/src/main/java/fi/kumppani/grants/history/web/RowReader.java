package fi.kumppani.grants.history.web;

import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.call.ApplicationWindow;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.eligibility.Plan;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.Proposal;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.grants.history.PastCall;
import fi.kumppani.grants.history.PastDecision;
import fi.kumppani.grants.history.web.ImportRequest.CallRow;
import fi.kumppani.grants.history.web.ImportRequest.DecisionRow;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.FieldErrors;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads rows into the past they tell of, and names what is wrong with them. */
final class RowReader {

    /** A row that was read, or what is wrong with it. */
    sealed interface Reading<T> {}

    record Sound<T>(T value) implements Reading<T> {}

    record Faulty<T>(List<FieldError> errors) implements Reading<T> {}

    private RowReader() {}

    static Reading<PastCall> read(CallRow row) {
        FieldErrors errors = new FieldErrors();
        Euros cap = Objects.requireNonNullElse(row.capPerApplication(), row.budget());
        Set<AssociationForm> forms = forms(row.eligibleForms(), errors);
        int year = Math.clamp(row.year(), 1, 9_999);
        LocalDate opensOn = Objects.requireNonNullElse(row.opensOn(), LocalDate.of(year, 1, 1));
        LocalDate closesOn = Objects.requireNonNullElse(row.closesOn(), LocalDate.of(year, 12, 31));
        if (closesOn.isBefore(opensOn)) {
            errors.add("closesOn", "before-opening", "Not before it opened");
        } else {
            var window = ApplicationWindow.ofDays(opensOn, closesOn);
            CallTerms.faults(
                            row.year(),
                            row.budget(),
                            cap,
                            forms,
                            window.opensAt(),
                            window.closesAt())
                    .forEach(fault -> note(fault, errors));
        }
        if (!errors.isEmpty()) {
            return new Faulty<>(errors.all());
        }
        var terms =
                new CallTerms(
                        row.title(),
                        row.description(),
                        row.criteria(),
                        row.year(),
                        row.budget(),
                        cap,
                        forms,
                        ApplicationWindow.ofDays(opensOn, closesOn));
        return new Sound<>(new PastCall(row.key(), hash(row), terms));
    }

    static Reading<PastDecision> read(DecisionRow row, LocalDate today) {
        FieldErrors errors = new FieldErrors();
        List<DecisionReason> reasons = reasons(row.reasons(), errors);
        Euros requested = Objects.requireNonNullElse(row.requested(), row.granted());
        boolean refused = row.granted().cents() == 0;
        if (requested.cents() == 0) {
            errors.add("requested", "not-positive", "A refusal tells what was asked for");
        }
        if (refused && reasons.isEmpty() && errors.isEmpty()) {
            errors.add("reasons", "missing", "A refusal tells why");
        }
        if (row.decidedOn().isAfter(today)) {
            errors.add("decidedOn", "in-the-future", "History is past");
        }
        if (!errors.isEmpty()) {
            return new Faulty<>(errors.all());
        }
        return new Sound<>(
                new PastDecision(
                        row.key(),
                        hash(row),
                        row.call(),
                        new AssociationId(row.associationId()),
                        new Proposal(row.purpose(), null, Plan.of(requested), null, List.of()),
                        refused
                                ? new Verdict.Refuse(reasons)
                                : new Verdict.Grant(row.granted(), reasons),
                        row.decidedOn()));
    }

    private static Set<AssociationForm> forms(@Nullable List<String> codes, FieldErrors errors) {
        if (codes == null) {
            return CallTerms.anyForm();
        }
        Set<AssociationForm> forms = EnumSet.noneOf(AssociationForm.class);
        for (String code : codes) {
            AssociationForm.ofCode(code)
                    .ifPresentOrElse(
                            forms::add,
                            () ->
                                    errors.add(
                                            "eligibleForms",
                                            "unknown",
                                            "There is no such form of association"));
        }
        return forms;
    }

    private static List<DecisionReason> reasons(@Nullable List<String> codes, FieldErrors errors) {
        List<DecisionReason> known = new ArrayList<>();
        for (String code : Objects.requireNonNullElse(codes, List.<String>of())) {
            DecisionReason.ofCode(code)
                    .ifPresentOrElse(
                            known::add,
                            () -> errors.add("reasons", "unknown", "Not in the catalogue"));
        }
        return known;
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
                            errors.add("eligibleForms", "empty", "At least one form could apply");
                    case CLOSES_BEFORE_OPENING ->
                            errors.add("closesOn", "before-opening", "Not before it opened");
                };
    }

    /** Records say all they hold, in one order: so the same row has the same hash. */
    private static String hash(Record row) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(row.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
