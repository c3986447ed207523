package fi.kumppani.kit.security;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.function.Predicate;

/** What must hold for the handlers of every service. */
public final class AccessRules {

    /** A handler without an answer to "who may call this?" would be closed when it runs. */
    public static final ArchRule EVERY_HANDLER_SAYS_WHO_MAY_CALL_IT =
            methods()
                    .that()
                    .areMetaAnnotatedWith(RequestMapping.class)
                    .should(carryExactlyOneAccessAnnotation())
                    .because("what is not said to be open is closed, and nobody could call it");

    /** Anonymous writes are floodable, and link tokens guessable. */
    public static final ArchRule ANONYMOUS_WRITES_AND_SIGNED_LINKS_ARE_RATE_LIMITED =
            methods()
                    .that()
                    .areMetaAnnotatedWith(RequestMapping.class)
                    .should(beRateLimitedWhenAnonymous())
                    .because("anybody in the world can call them, as fast as they like");

    private AccessRules() {}

    private static ArchCondition<JavaMethod> carryExactlyOneAccessAnnotation() {
        return condition(
                "carry exactly one access annotation",
                method ->
                        method.getAnnotations().stream()
                                        .filter(AccessRules::isAccessAnnotation)
                                        .count()
                                == 1);
    }

    private static ArchCondition<JavaMethod> beRateLimitedWhenAnonymous() {
        return condition(
                "carry @RateLimited when they write for anybody or take a signed link",
                method ->
                        method.isAnnotatedWith(RateLimited.class)
                                || !(method.isAnnotatedWith(OpenToSignedLink.class)
                                        || (method.isAnnotatedWith(OpenToAll.class)
                                                && !method.isAnnotatedWith(GetMapping.class))));
    }

    private static boolean isAccessAnnotation(JavaAnnotation<?> annotation) {
        return annotation.getRawType().isAnnotatedWith(Access.class);
    }

    private static ArchCondition<JavaMethod> condition(
            String description, Predicate<JavaMethod> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(method, holds.test(method), method.getFullName()));
            }
        };
    }
}
