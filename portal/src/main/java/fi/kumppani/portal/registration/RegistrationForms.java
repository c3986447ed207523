package fi.kumppani.portal.registration;

import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.event.EventView;
import fi.kumppani.portal.event.RulesFacts;
import fi.kumppani.portal.page.FilledForm;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads forms of registrations, and says in which words of the form a service refused them. */
final class RegistrationForms {

    static final String FAMILY = "registration";

    static final List<String> REASONS =
            List.of(
                    "already-registered",
                    "association-has-its-seats",
                    "deadline-passed",
                    "event-cancelled",
                    "event-postponed",
                    "event-started",
                    "group-full",
                    "no-seat-free",
                    "not-here",
                    "not-open-yet",
                    "only-with-series",
                    "registration-ended",
                    "waiting-list-full");
    private static final Set<String> ANSWER_FAULTS =
            Set.of("missing", "several", "too-long", "unknown-option", "not-asked");
    private static final Set<String> ASSOCIATION_FAULTS =
            Set.of("missing", "unknown", "not-invited", "not-a-member");
    private static final Pattern ANSWER = Pattern.compile("answers[.\\[]([a-z0-9-]{1,40}).*");
    static final String NO_ANSWER = "-";

    private RegistrationForms() {}

    /** Puts what was sent into the form, field by field in the order they are shown. */
    static void read(FilledForm form, MultiValueMap<String, String> sent, EventView event) {
        RulesFacts rules = event.signUp().rules();
        for (String field : List.of("name", "email", "language")) {
            form.put(field, sent.getFirst(field));
        }
        form.put("seats", Objects.requireNonNullElse(sent.getFirst("seats"), "1"));
        form.put("quota", sent.getFirst("quota"));
        form.put("association", sent.getFirst("association"));
        form.put("associationId", sent.getFirst("associationId"));
        form.put("deputy.name", sent.getFirst("deputy.name"));
        form.put("deputy.email", sent.getFirst("deputy.email"));
        form.put("group", sent.getFirst("group"));
        for (RulesFacts.Question question : rules.questions()) {
            String field = AskedQuestion.field(question.id());
            form.putAll(
                    field,
                    sent.getOrDefault(field, List.of()).stream()
                            .filter(answer -> !answer.equals(NO_ANSWER))
                            .toList());
        }
    }

    /** Puts what was said before into the form. */
    static void fill(FilledForm form, Said said, EventView event) {
        form.put("name", said.name());
        form.put("email", said.email());
        form.put("language", said.language());
        form.put("seats", Integer.toString(said.seats()));
        form.put("quota", said.quota());
        form.put("associationId", said.associationId());
        Said.Deputy deputy = said.deputy();
        form.put("deputy.name", deputy == null ? "" : deputy.name());
        form.put("deputy.email", deputy == null ? "" : deputy.email());
        form.put("group", said.group());
        for (RulesFacts.Question question : event.signUp().rules().questions()) {
            form.putAll(
                    AskedQuestion.field(question.id()),
                    said.answers().getOrDefault(question.id(), List.of()));
        }
    }

    /** What is sent to the service; what is not a number of seats stays a fault of the form. */
    static Said said(FilledForm form, EventView event, @Nullable HeldSeats held) {
        RulesFacts rules = event.signUp().rules();
        Map<String, List<String>> answers = new LinkedHashMap<>();
        for (RulesFacts.Question question : rules.questions()) {
            List<String> given = new ArrayList<>(form.values(AskedQuestion.field(question.id())));
            if (!given.isEmpty()) {
                answers.put(question.id(), given);
            }
        }
        boolean deputised = !(form.value("deputy.name") + form.value("deputy.email")).isEmpty();
        return new Said(
                form.value("name"),
                form.value("email"),
                form.value("language"),
                seats(form),
                rules.quotas().isEmpty() ? null : orNull(form.value("quota")),
                orNull(form.value("associationId")),
                rules.groupsToChoose().isEmpty() ? null : orNull(form.value("group")),
                answers,
                deputised
                        ? new Said.Deputy(form.value("deputy.name"), form.value("deputy.email"))
                        : null,
                held == null ? null : new Said.Held(held.number(), held.token()));
    }

    /** How many come; 1 when that cannot be read, and the form says so. */
    private static int seats(FilledForm form) {
        try {
            int seats = Integer.parseInt(form.value("seats"));
            if (seats >= 1) {
                return seats;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is too small.
        }
        form.refuse("seats", FAMILY + ".error.seats");
        return 1;
    }

    /** Puts what the service refused beside the fields. */
    static void refuse(FilledForm form, Refusal refusal) {
        form.refuse(inFormsWords(refusal), FAMILY, REASONS, RegistrationForms::text);
    }

    /** The same naming the fields of the form. */
    static Refusal inFormsWords(Refusal refusal) {
        return new Refusal(
                refusal.status(),
                refusal.reason(),
                refusal.errors().stream()
                        .map(
                                error -> {
                                    Matcher answer = ANSWER.matcher(error.field());
                                    return answer.matches()
                                            ? new Refusal.FieldError(
                                                    AskedQuestion.field(answer.group(1)),
                                                    error.code())
                                            : error;
                                })
                        .toList());
    }

    /** The key of the text that says what is wrong with a field. */
    static String text(Refusal.FieldError error) {
        String code = error.code();
        if (error.field().startsWith("answers.")) {
            return FAMILY + ".error.answer" + (ANSWER_FAULTS.contains(code) ? "." + code : "");
        }
        return switch (error.field()) {
            case "associationId" ->
                    FAMILY
                            + ".error.association."
                            + (ASSOCIATION_FAULTS.contains(code) ? code : "unknown");
            case "seats" ->
                    FAMILY
                            + (code.equals("more-than-there-are")
                                    ? ".error.seats.more-than-there-are"
                                    : ".error.seats");
            default -> FAMILY + ".error." + error.field();
        };
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
