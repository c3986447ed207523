package fi.kumppani.kit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import fi.kumppani.kit.architecture.planted.Planted;
import fi.kumppani.kit.architecture.sound.Sound;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each rule fails on what was planted against it, and passes what is sound. */
class ArchitectureRulesTests {

    private static final JavaClasses PLANTED = classesOf(Planted.class);
    private static final JavaClasses SOUND = classesOf(Sound.class);

    /** Rule to a word of the violation it must report. */
    private static final Map<String, String> BITES =
            Map.ofEntries(
                    Map.entry("packages are named after features", "Bookings"),
                    Map.entry("features do not depend on one another in circles", "Cycle"),
                    Map.entry("adapters and configuration are not public", "SampleController"),
                    Map.entry("names say something", "SampleHelper"),
                    Map.entry("the domain has no setters", "setAt"),
                    Map.entry("use cases answer with values", "decide"),
                    Map.entry("time, ids and chance come from outside", "currentTimeMillis"),
                    Map.entry("the domain is plain Java", "org.bson.Document"),
                    Map.entry("wire types stay at the messaging border", "contracts.Money"),
                    Map.entry("only the kit publishes", "KafkaTemplate"),
                    Map.entry("dependencies are constructor arguments", "helper"),
                    Map.entry("nobody sleeps", "sleep"),
                    Map.entry("every package is null-marked", "unmarked"),
                    Map.entry("nobody prints", "System.out"),
                    Map.entry("exceptions say what happened", "RuntimeException"),
                    Map.entry("the suffix of a test tells its cost", "CostHidden"),
                    Map.entry("names of tests are sentences", "test_something"),
                    Map.entry("domain tests use no mocks", "Mockito"));

    @TestFactory
    Stream<DynamicTest> bitesOnWhatWasPlanted() {
        return rules(Planted.class).entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(),
                                        () -> {
                                            var result = rule.getValue().evaluate(PLANTED);
                                            assertThat(result.hasViolation()).isTrue();
                                            assertThat(result.getFailureReport().toString())
                                                    .contains(
                                                            String.valueOf(
                                                                    BITES.get(rule.getKey())))
                                                    .containsPattern("because|Instantiated");
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> passesWhatIsSound() {
        return rules(Sound.class).entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(SOUND)));
    }

    @Test
    void findsAFunctionThatNobodyDeliversTwice() {
        assertThat(deliveredTwice(PLANTED)).isFalse();
        assertThat(deliveredTwice(SOUND)).isTrue();
    }

    @Test
    void exemptsWhatIsOnlyStoredAndShown() {
        var rules =
                new ArchitectureRules(
                        Planted.class.getPackageName(),
                        Set.of(
                                Planted.class.getPackageName() + ".sample",
                                Planted.class.getPackageName() + ".other",
                                Planted.class.getPackageName() + ".tests"));
        ArchRule plain = Objects.requireNonNull(rules.forDomain().get("the domain is plain Java"));
        assertThat(String.valueOf(plain.evaluate(PLANTED).getFailureReport()))
                .doesNotContain("org.bson.Document");
    }

    @Test
    void asksNoDomainOfAModuleThatOnlyShowsThings() {
        var rules = new ArchitectureRules(Sound.class.getPackageName(), Set.of());

        assertThat(rules.forDomain()).hasSize(3);
        assertThat(rules.forMainCode())
                .doesNotContainKeys(rules.forDomain().keySet().toArray(String[]::new));
    }

    private static boolean deliveredTwice(JavaClasses classes) {
        Set<JavaMethod> all =
                classes.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .collect(Collectors.toSet());
        return !methods()
                .that(ArchitectureRules.messageFunction())
                .should(ArchitectureRules.haveATestThatDeliversTwice(all))
                .evaluate(classes)
                .hasViolation();
    }

    private static Map<String, ArchRule> rules(Class<?> marker) {
        var rules = new ArchitectureRules(marker.getPackageName(), Set.of());
        var all = new HashMap<>(rules.forMainCode());
        all.putAll(rules.forDomain());
        all.putAll(rules.forTests());
        return all;
    }

    private static JavaClasses classesOf(Class<?> marker) {
        return new ClassFileImporter().importPackages(marker.getPackageName());
    }
}
