package fi.kumppani.grants.eligibility.web;

import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.eligibility.Anybody;
import fi.kumppani.grants.eligibility.Plan;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What anybody may say of an association and its plan, as query parameters; what is left out, or
 * empty, is not said.
 */
record AnybodysQuestion(Anybody anybody, Plan plan) {

    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_DECLARED = 20;
    private static final Set<String> KNOWN =
            Set.of(
                    "form",
                    "homeHere",
                    "requested",
                    "totalCost",
                    "events",
                    "beginsOn",
                    "endsOn",
                    "declared");

    /**
     * Reads {@code form}, {@code homeHere} ({@code true} or {@code false}), {@code requested} and
     * {@code totalCost} in euros, {@code events} from 1 to 1000, {@code beginsOn}, {@code endsOn},
     * and {@code declared}, as often as there are declarations.
     *
     * @throws fi.kumppani.kit.problem.Problem 422 that names every field at fault
     */
    static AnybodysQuestion read(MultiValueMap<String, String> said) {
        FieldErrors errors = new FieldErrors();
        said.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> errors.add(name, "unknown", "Nothing of this name is asked"));
        var anybody =
                new Anybody(
                        one(
                                said,
                                "form",
                                errors,
                                code -> AssociationForm.ofCode(code).orElse(null)),
                        one(said, "homeHere", errors, AnybodysQuestion::yesOrNo));
        LocalDate beginsOn = one(said, "beginsOn", errors, AnybodysQuestion::day);
        LocalDate endsOn = one(said, "endsOn", errors, AnybodysQuestion::day);
        if (beginsOn != null && endsOn != null && endsOn.isBefore(beginsOn)) {
            errors.add("endsOn", "before-beginning", "Not before it begins");
        }
        Integer events = one(said, "events", errors, AnybodysQuestion::count);
        List<String> declared = said.getOrDefault("declared", List.of());
        if (declared.size() > MOST_DECLARED) {
            errors.add("declared", "size", "At most " + MOST_DECLARED);
        }
        Euros requested = one(said, "requested", errors, AnybodysQuestion::euros);
        Euros totalCost = one(said, "totalCost", errors, AnybodysQuestion::euros);
        errors.throwIfAny();
        return new AnybodysQuestion(
                anybody,
                new Plan(
                        requested,
                        totalCost,
                        events == null ? 1 : events,
                        beginsOn,
                        endsOn,
                        Set.copyOf(declared)));
    }

    /** What one parameter says; null when it says nothing, and when it cannot be read. */
    private static <T> @Nullable T one(
            MultiValueMap<String, String> said,
            String name,
            FieldErrors errors,
            Function<String, @Nullable T> read) {
        List<String> all = said.getOrDefault(name, List.of());
        if (all.size() > 1) {
            errors.add(name, "repeated", "It is said once");
            return null;
        }
        if (all.isEmpty() || all.getFirst().isBlank()) {
            return null;
        }
        T value = read.apply(all.getFirst().strip());
        if (value == null) {
            errors.add(name, "unreadable", "It cannot be read");
        }
        return value;
    }

    private static @Nullable Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private static @Nullable Euros euros(String text) {
        try {
            return Euros.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Integer count(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            return null;
        }
        int count = Integer.parseInt(text);
        return count >= 1 && count <= MOST_EVENTS ? count : null;
    }
}
