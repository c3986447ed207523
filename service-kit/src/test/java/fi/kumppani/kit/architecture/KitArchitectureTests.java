package fi.kumppani.kit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The kit keeps the rules that hold for all code. */
class KitArchitectureTests {

    /** Without the relay, whose own thread pauses while the broker is away. */
    private static final JavaClasses MAIN_CODE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("/OutboxRelay"))
                    .importPackages("fi.kumppani.kit");

    private static final JavaClasses TESTS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                    .withImportOption(location -> !location.contains("/planted/"))
                    .importPackages("fi.kumppani.kit");

    @TestFactory
    Stream<DynamicTest> mainCodeKeepsTheRules() {
        return checks(MAIN_CODE, ArchitectureRules.forAllCode());
    }

    @TestFactory
    Stream<DynamicTest> testsKeepTheRules() {
        return checks(TESTS, new ArchitectureRules("fi.kumppani.kit", Set.of()).forTests());
    }

    private static Stream<DynamicTest> checks(JavaClasses classes, Map<String, ArchRule> rules) {
        return rules.entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(classes)));
    }
}
