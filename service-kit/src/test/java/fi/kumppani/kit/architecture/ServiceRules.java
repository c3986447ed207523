package fi.kumppani.kit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.Map;
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
public abstract class ServiceRules {

    /** A service with less than this is not the one that was meant. */
    private static final int FEWEST_CLASSES = 5;

    private final JavaClasses mainCode;
    private final JavaClasses tests;
    private final ArchitectureRules rules;

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
        String base = main.getPackageName();
        this.mainCode =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(base);
        this.tests =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages(base);
        this.rules = new ArchitectureRules(base, storedAndShown);
    }

    @Test
    void seesTheService() {
        assertThat(mainCode.size()).isGreaterThanOrEqualTo(FEWEST_CLASSES);
        assertThat(tests).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> mainCodeKeepsTheRules() {
        return checks(rules.forMainCode(), mainCode);
    }

    @TestFactory
    Stream<DynamicTest> testsKeepTheRules() {
        return checks(rules.forTests(), tests);
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

    private static Stream<DynamicTest> checks(Map<String, ArchRule> rules, JavaClasses classes) {
        return rules.entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(classes)));
    }
}
