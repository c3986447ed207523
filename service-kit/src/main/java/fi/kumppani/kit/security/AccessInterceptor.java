package fi.kumppani.kit.security;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.tenancy.Tenancy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The one place that decides whether a caller reaches a handler; what is not open is closed. */
final class AccessInterceptor implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(AccessInterceptor.class);

    /** The description of the API is public, and its handlers are not ours to annotate. */
    private static final Set<String> OPEN_LIBRARIES = Set.of("org.springdoc.");

    private final Map<Method, AccessRule> rules = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            throw Problems.notFound();
        }
        if (!isOpenLibrary(method)) {
            decide(method, rules.computeIfAbsent(method.getMethod(), AccessRule::of));
        }
        return true;
    }

    private static boolean isOpenLibrary(HandlerMethod method) {
        return OPEN_LIBRARIES.stream().anyMatch(method.getBeanType().getName()::startsWith);
    }

    private static void decide(HandlerMethod method, AccessRule rule) {
        switch (rule) {
            case AccessRule.All _, AccessRule.SignedLink _ -> {}
            case AccessRule.SignedIn(boolean byMandate) -> {
                CurrentUser user = CurrentUser.require();
                if (!byMandate) {
                    requireMunicipality(user);
                }
            }
            case AccessRule.Roles(Set<Role> roles) -> {
                CurrentUser user = CurrentUser.require();
                requireMunicipality(user);
                if (roles.stream().noneMatch(user.roles()::contains)) {
                    throw Problems.missingRole();
                }
            }
            case AccessRule.Scope(String scope) -> {
                CurrentUser user = CurrentUser.require();
                requireMunicipality(user);
                if (!user.scopes().contains(scope)) {
                    throw Problems.missingRole();
                }
            }
            case AccessRule.Closed _ -> {
                LOG.error("{} does not say who may call it, so nobody may", method);
                throw Problems.notFound();
            }
        }
    }

    /** Another municipality's things are not there, rather than forbidden. */
    private static void requireMunicipality(CurrentUser user) {
        if (Tenancy.isBound() && !user.actsIn(Tenancy.current())) {
            throw Problems.notFound();
        }
    }
}
