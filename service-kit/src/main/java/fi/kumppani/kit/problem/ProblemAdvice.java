package fi.kumppani.kit.problem;

import fi.kumppani.kit.store.ContentionException;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.store.StoreOutage;
import fi.kumppani.kit.store.UniqueValueTakenException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Gives every request that fails its problem detail; last in line, after a service's own advice.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration STORE_IS_BACK = Duration.ofSeconds(5);
    private static final Duration CROWD_IS_GONE = Duration.ofSeconds(1);

    @ExceptionHandler(StaleVersionException.class)
    @Nullable ResponseEntity<Object> onStaleVersion(WebRequest request) {
        return answer(Problems.stale(), request);
    }

    /** For services that do not answer this themselves. */
    @ExceptionHandler
    @Nullable ResponseEntity<Object> onUniqueValueTaken(
            UniqueValueTakenException exception, WebRequest request) {
        String reason = Codes.ofType(exception.field()) + "-taken";
        return answer(Problems.refused(reason, "Another one has this value"), request);
    }

    @ExceptionHandler(ContentionException.class)
    @Nullable ResponseEntity<Object> onContention(WebRequest request) {
        return answer(Problems.unavailable(CROWD_IS_GONE), request);
    }

    /** A parameter that the firewall does not let through, found only when it was asked for. */
    @ExceptionHandler(RequestRejectedException.class)
    @Nullable ResponseEntity<Object> onRejected(WebRequest request) {
        return answer(Problems.malformed("A parameter has characters not accepted"), request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> onFault(Exception exception, WebRequest request) {
        if (StoreOutage.isBehind(exception)) {
            LOG.warn("The document store is away: {}", exception.getClass().getSimpleName());
            return answer(Problems.unavailable(STORE_IS_BACK), request);
        }
        LOG.error(
                "Fault while serving {}",
                request.getAttribute(
                        HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, WebRequest.SCOPE_REQUEST),
                new QuietCause(exception));
        return createResponseEntity(
                ProblemKind.FAULT.describe(null),
                new HttpHeaders(),
                ProblemKind.FAULT.status(),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(Problems.invalid(fieldErrors(exception.getAllErrors())), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<ParameterValidationResult> results = exception.getParameterValidationResults();
        List<FieldError> errors = results.stream().flatMap(ProblemAdvice::fieldErrors).toList();
        boolean body =
                results.stream()
                        .anyMatch(
                                result ->
                                        result.getMethodParameter()
                                                .hasParameterAnnotation(RequestBody.class));
        return answer(
                body
                        ? Problems.invalid(errors)
                        : Problems.malformed("See errors for the parameters at fault", errors),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(UnreadableBody.toProblem(exception.getCause()), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String name =
                exception instanceof MethodArgumentTypeMismatchException argument
                        ? argument.getName()
                        : Objects.requireNonNullElse(exception.getPropertyName(), "parameter");
        return answer(Problems.malformed(name, "malformed", "The value is not valid"), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(
                Problems.malformed(exception.getParameterName(), "missing", "This is needed"),
                request);
    }

    /** Whatever the framework refused by itself: its status and headers stay, its words do not. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (exception instanceof Problem) {
            return super.handleExceptionInternal(exception, body, headers, status, request);
        }
        if (status.is5xxServerError() && status.value() != 503) {
            return onFault(exception, request);
        }
        ProblemDetail problem = ProblemKind.of(status).describe(null);
        problem.setStatus(status.value());
        return super.handleExceptionInternal(exception, problem, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Objects.requireNonNull(body));
    }

    private @Nullable ResponseEntity<Object> answer(Problem problem, WebRequest request) {
        return handleExceptionInternal(
                problem, problem.getBody(), problem.getHeaders(), problem.getStatusCode(), request);
    }

    private static Stream<FieldError> fieldErrors(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return fieldErrors(errors.getAllErrors()).stream();
        }
        String name =
                Objects.requireNonNullElse(
                        result.getMethodParameter().getParameterName(), "parameter");
        return result.getResolvableErrors().stream()
                .map(
                        error ->
                                new FieldError(
                                        name,
                                        codeOf(error.getCodes()),
                                        Objects.requireNonNullElse(
                                                error.getDefaultMessage(), "Not valid")));
    }

    private static List<FieldError> fieldErrors(List<? extends ObjectError> errors) {
        return errors.stream()
                .map(
                        error ->
                                new FieldError(
                                        error
                                                        instanceof
                                                        org.springframework.validation.FieldError
                                                                field
                                                ? field.getField()
                                                : "",
                                        codeOf(error.getCodes()),
                                        Objects.requireNonNullElse(
                                                error.getDefaultMessage(), "Not valid")))
                .distinct()
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
    }

    /** The constraint's own name is the last and least specific of the codes. */
    private static String codeOf(String @Nullable [] codes) {
        return codes == null || codes.length == 0
                ? "invalid"
                : Codes.ofType(codes[codes.length - 1]);
    }
}
