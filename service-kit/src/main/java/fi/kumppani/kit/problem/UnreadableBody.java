package fi.kumppani.kit.problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells what was wrong with a JSON body, without repeating any of it.
 *
 * <p>What is no JSON, or has another shape than asked, is malformed (400). What has the right shape
 * but a value or a field that is not accepted is invalid (422).
 */
final class UnreadableBody {

    private static final String OUR_TYPES = "fi.kumppani.";

    private UnreadableBody() {}

    static Problem toProblem(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                    Problems.invalid(pathOf(unknown), "unknown", "There is no such field");
            case ValueInstantiationException refused ->
                    Problems.invalid(pathOf(refused), "invalid", messageOf(refused));
            case InvalidFormatException format ->
                    Problems.invalid(pathOf(format), "invalid", expectationOf(format));
            case MismatchedInputException shape when isMissing(shape) ->
                    Problems.invalid(pathOf(shape), "not-null", "This is needed");
            case DatabindException shape ->
                    malformed(pathOf(shape), "The value is not of the kind that is asked here");
            case JacksonException syntax ->
                    malformed(pathOf(syntax), "The body is not proper JSON");
            case null, default -> Problems.malformed("The body is missing or cannot be read");
        };
    }

    private static Problem malformed(String path, String message) {
        List<FieldError> errors =
                path.isEmpty() ? List.of() : List.of(new FieldError(path, "malformed", message));
        return Problems.malformed(message, errors);
    }

    /** A primitive that is absent or null. */
    private static boolean isMissing(MismatchedInputException exception) {
        Class<?> type = exception.getTargetType();
        return type != null
                && type.isPrimitive()
                && String.valueOf(exception.getOriginalMessage()).contains("null");
    }

    private static String messageOf(ValueInstantiationException exception) {
        boolean ours = exception.getType().getRawClass().getName().startsWith(OUR_TYPES);
        String said =
                ours && exception.getCause() instanceof IllegalArgumentException refusal
                        ? refusal.getMessage()
                        : null;
        return Objects.requireNonNullElse(said, "The value is not valid");
    }

    private static String expectationOf(InvalidFormatException exception) {
        Class<?> type = exception.getTargetType();
        if (type == null) {
            return "The value is not valid";
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "One of ", " is expected"));
        }
        if (type == LocalDate.class) {
            return "A day is written like 2026-11-21";
        }
        if (type == Instant.class) {
            return "A moment is written like 2026-11-21T10:00:00Z";
        }
        if (type == String.class) {
            return "A text has no control characters and no broken characters";
        }
        return "The value is not valid";
    }

    private static String pathOf(JacksonException exception) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : exception.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.length() > 200 ? path.substring(0, 200) : path.toString();
    }
}
