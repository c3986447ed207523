package fi.kumppani.portal.application;

import fi.kumppani.portal.application.FormFacts.Asked;
import fi.kumppani.portal.application.FormFacts.Section;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.page.Amounts;
import fi.kumppani.portal.page.Days;
import fi.kumppani.portal.page.FilledForm;
import fi.kumppani.portal.page.Texts;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields by which a section of a form is answered. */
final class SectionFields {

    static final String FAMILY = "section";
    static final String NO_ANSWER = "-";

    private static final List<String> REASONS = List.of("already-submitted", "supplement-late");
    private static final Set<String> FAULTS =
            Set.of(
                    "missing",
                    "not-asked",
                    "too-long",
                    "out-of-range",
                    "unknown-option",
                    "wrong-kind",
                    "markup");

    private SectionFields() {}

    /** The name of the field of a question. */
    static String field(String question) {
        return "answers." + question;
    }

    /** Keeps what was sent. */
    static void keep(FilledForm form, Section section, MultiValueMap<String, String> sent) {
        for (Asked question : section.questions()) {
            String field = field(question.id());
            form.putAll(
                    field,
                    sent.getOrDefault(field, List.of()).stream()
                            .map(Texts::lines)
                            .filter(answer -> !answer.equals(NO_ANSWER))
                            .toList());
        }
    }

    /** Fills the form in with what is kept. */
    static void fill(FilledForm form, Section section, Map<String, Object> answers) {
        for (Asked question : section.questions()) {
            Object answer = answers.get(question.id());
            form.putAll(field(question.id()), answer == null ? List.of() : texts(question, answer));
        }
    }

    private static List<String> texts(Asked question, Object answer) {
        return switch (answer) {
            case Boolean yes -> List.of(yes ? "yes" : "no");
            case List<?> chosen -> chosen.stream().map(String::valueOf).toList();
            case String text when question.kind().equals("amount") ->
                    List.of(
                            Amounts.read(text)
                                    .map(BigDecimal::new)
                                    .map(Amounts::field)
                                    .orElse(text));
            default -> List.of(String.valueOf(answer));
        };
    }

    /** What is sent to the service; what cannot be read becomes a fault of the form. */
    static Map<String, Object> answers(FilledForm form, Section section) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Asked question : section.questions()) {
            String field = field(question.id());
            List<String> given = form.values(field);
            if (given.isEmpty()) {
                continue;
            }
            Object answer = read(question, given);
            if (answer == null) {
                form.refuse(field, FAMILY + ".error.unreadable." + question.kind());
            } else {
                answers.put(question.id(), answer);
            }
        }
        return answers;
    }

    private static @Nullable Object read(Asked question, List<String> given) {
        String first = given.getFirst();
        return switch (question.kind()) {
            case "number" -> number(first).orElse(null);
            case "amount" -> Amounts.read(first).orElse(null);
            case "date" -> Days.read(first).map(LocalDate::toString).orElse(null);
            case "yes-no" -> first.equals("yes");
            case "several" -> List.copyOf(given);
            default -> first;
        };
    }

    private static Optional<Long> number(String written) {
        String plain = written.replaceAll("[\\s\\u00a0\\u202f]+", "").replace('−', '-');
        return plain.matches("-?[0-9]{1,12}") ? Optional.of(Long.valueOf(plain)) : Optional.empty();
    }

    /** Puts what the service refused beside the fields. */
    static void refuse(FilledForm form, Section section, Refusal refusal) {
        String path = "answers." + section.id() + ".";
        form.refuse(
                new Refusal(
                        refusal.status(),
                        refusal.reason(),
                        refusal.errors().stream()
                                .map(
                                        error ->
                                                error.field().startsWith(path)
                                                        ? new Refusal.FieldError(
                                                                field(
                                                                        error.field()
                                                                                .substring(
                                                                                        path
                                                                                                .length())),
                                                                error.code())
                                                        : error)
                                .toList()),
                FAMILY,
                REASONS,
                error -> text(error.code()));
    }

    /** The key of the text that says what is wrong with an answer. */
    static String text(String code) {
        return FAMILY + ".error." + (FAULTS.contains(code) ? code : "wrong-kind");
    }

    /** What a value of a field means. */
    static String words(List<FormQuestion> questions, String field, String value) {
        return questions.stream()
                .filter(question -> question.field().equals(field))
                .flatMap(question -> question.options().stream())
                .filter(option -> option.id().equals(value))
                .map(option -> option.label().text())
                .findFirst()
                .orElse(value);
    }
}
