package fi.kumppani.kit.security;

import java.lang.reflect.Method;
import java.util.List;

/**
 * Who may call a handler, in the words of the API's description.
 *
 * @param kind {@code all}, {@code signed-link}, {@code signed-in}, {@code mandate}, {@code roles},
 *     {@code scope} or {@code nobody}
 * @param needs the wire names of the roles, one of which is enough, or the scope
 * @param tokenNeeded whether only callers with a token get in
 */
public record AccessDescription(String kind, List<String> needs, boolean tokenNeeded) {

    /** Reads the annotation of the handler. */
    public static AccessDescription of(Method handler) {
        return switch (AccessRule.of(handler)) {
            case AccessRule.All _ -> new AccessDescription("all", List.of(), false);
            case AccessRule.SignedLink _ -> new AccessDescription("signed-link", List.of(), false);
            case AccessRule.SignedIn(boolean byMandate) ->
                    new AccessDescription(byMandate ? "mandate" : "signed-in", List.of(), true);
            case AccessRule.Roles(var roles) ->
                    new AccessDescription(
                            "roles", roles.stream().sorted().map(Role::wireName).toList(), true);
            case AccessRule.Scope(String scope) ->
                    new AccessDescription("scope", List.of(scope), true);
            case AccessRule.Closed _ -> new AccessDescription("nobody", List.of(), true);
        };
    }
}
