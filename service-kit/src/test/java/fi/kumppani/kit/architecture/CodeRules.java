package fi.kumppani.kit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The architecture rules of a module without a domain, such as one that only shows pages. */
public abstract class CodeRules {

    /** A module with less than this is not the one that was meant. */
    private static final int FEWEST_CLASSES = 5;

    final JavaClasses mainCode;
    final JavaClasses tests;
    final ArchitectureRules rules;

    /**
     * @param main the main class; its package is the base of all features
     */
    protected CodeRules(Class<?> main) {
        this(main, Set.of());
    }

    CodeRules(Class<?> main, Set<String> storedAndShown) {
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
    void seesTheModule() {
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

    static Stream<DynamicTest> checks(Map<String, ArchRule> rules, JavaClasses classes) {
        return rules.entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(classes)));
    }
}
