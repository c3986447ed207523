package fi.kumppani.kit.security;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;

/** Who may call a handler, read from its annotation. */
sealed interface AccessRule {

    /** Anybody, known or not. */
    record All() implements AccessRule {}

    /** Whoever holds a signed link; the handler verifies it. */
    record SignedLink() implements AccessRule {}

    /**
     * Anybody known.
     *
     * @param byMandate whether the handler itself checks the municipality
     */
    record SignedIn(boolean byMandate) implements AccessRule {}

    /**
     * Those with one of the roles.
     *
     * @param roles one is enough
     */
    record Roles(Set<Role> roles) implements AccessRule {}

    /**
     * Those whose token carries the scope.
     *
     * @param scope the scope
     */
    record Scope(String scope) implements AccessRule {}

    /** Nobody: the handler says nothing, or contradicts itself. */
    record Closed() implements AccessRule {}

    /** The rule of a handler method. */
    static AccessRule of(Method handler) {
        List<MergedAnnotation<?>> rules =
                MergedAnnotations.from(handler).stream()
                        .filter(
                                annotation ->
                                        annotation.getType().isAnnotationPresent(Access.class))
                        .<MergedAnnotation<?>>map(annotation -> annotation)
                        .toList();
        return rules.size() == 1 ? read(rules.getFirst()) : new Closed();
    }

    private static AccessRule read(MergedAnnotation<?> annotation) {
        return switch (annotation.synthesize()) {
            case OpenToAll _ -> new All();
            case OpenToSignedLink _ -> new SignedLink();
            case OpenToSignedIn open -> new SignedIn(open.byMandate());
            case OpenToRoles open when open.value().length > 0 ->
                    new Roles(Set.copyOf(List.of(open.value())));
            case OpenToScope open when !open.value().isBlank() -> new Scope(open.value());
            default -> new Closed();
        };
    }
}
