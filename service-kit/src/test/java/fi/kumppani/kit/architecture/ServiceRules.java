package fi.kumppani.kit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The architecture rules of a service. A service runs them with
 *
 * <pre>{@code
 * class ArchitectureTests extends ServiceRules {
 *     ArchitectureTests() {
 *         super(GrantsServiceApplication.class);
 *     }
 * }
 * }</pre>
 */
public abstract class ServiceRules extends CodeRules {

    /**
     * @param main the main class; its package is the base of all features
     */
    protected ServiceRules(Class<?> main) {
        this(main, Set.of());
    }

    /**
     * @param main the main class; its package is the base of all features
     * @param storedAndShown feature packages without rules, whose records are kept and shown as
     *     they are
     */
    protected ServiceRules(Class<?> main, Set<String> storedAndShown) {
        super(main, storedAndShown);
    }

    @TestFactory
    Stream<DynamicTest> domainKeepsTheRules() {
        return checks(rules.forDomain(), mainCode);
    }

    @Test
    void everyMessageFunctionIsTestedWithTheSameMessageTwice() {
        Set<JavaMethod> testMethods =
                tests.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .collect(Collectors.toSet());
        methods()
                .that(ArchitectureRules.messageFunction())
                .should(ArchitectureRules.haveATestThatDeliversTwice(testMethods))
                .because("every message comes twice some day")
                .allowEmptyShould(true)
                .check(mainCode);
    }
}
