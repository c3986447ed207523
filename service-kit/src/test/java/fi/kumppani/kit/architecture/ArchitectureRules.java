package fi.kumppani.kit.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;

import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The rules of a service under one base package, by name; those for its main code and those for its
 * tests.
 */
final class ArchitectureRules {

    private static final Set<String> LAYER_WORDS =
            Set.of(
                    "controller",
                    "service",
                    "repository",
                    "model",
                    "dto",
                    "util",
                    "common",
                    "impl",
                    "manager");

    private static final Pattern EMPTY_WORDS =
            Pattern.compile(".*(Impl|Helper|Manager|Data|Utils?)");
    private static final Pattern SENTENCE = Pattern.compile("(?!test|should)[a-z][A-Za-z0-9]*");
    private static final String[] ADAPTERS = {"..web..", "..messaging..", "..persistence.."};

    private final String base;
    private final Set<String> storedAndShown;

    /**
     * @param base the package of the service's main class
     * @param storedAndShown feature packages whose records are kept and shown as they are
     */
    ArchitectureRules(String base, Set<String> storedAndShown) {
        this.base = base;
        this.storedAndShown = storedAndShown;
    }

    Map<String, ArchRule> forMainCode() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "packages are named after features",
                classes()
                        .should(notSitInALayer())
                        .because("what belongs together by meaning is found together"));
        rules.put(
                "features do not depend on one another in circles",
                slices().matching(base + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a feature that can be read alone can be changed alone"));
        rules.put(
                "adapters and configuration are not public",
                noClasses()
                        .that(
                                resideInAnyPackage(ADAPTERS)
                                        .or(configuration())
                                        .and(
                                                DescribedPredicate.not(
                                                        annotatedWith(
                                                                SpringBootApplication.class))))
                        .should()
                        .bePublic()
                        .because("only what another package needs is public"));
        rules.put(
                "names say something",
                classes()
                        .should(notHaveEmptyWords())
                        .because(
                                "Impl, Helper, Manager, Data and Util name no thing of the field"));
        rules.put(
                "time, ids and chance come from outside",
                noClasses()
                        .should()
                        .callMethodWhere(asksTheMachine())
                        .orShould()
                        .callConstructorWhere(target(Random.class))
                        .because("a test must be able to say what time it is"));
        rules.put(
                "wire types stay at the messaging border",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..messaging..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("fi.kumppani.contracts..")
                        .because("what others read must not change when our own words do"));
        rules.put(
                "only the kit publishes",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "org\\.apache\\.kafka\\.clients\\.producer\\..*"
                                    + "|org\\.springframework\\.kafka\\.core\\.Kafka(Template|Operations)"
                                    + "|org\\.springframework\\.cloud\\.stream\\.function\\.StreamBridge")
                        .because(
                                "a message that is not in the outbox is lost with the first"
                                        + " crash"));
        rules.put(
                "dependencies are constructor arguments",
                GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
        rules.putAll(forAllCode());
        return rules;
    }

    /** Rules for what knows the rules of the field; a module that only shows things has none. */
    Map<String, ArchRule> forDomain() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "the domain has no setters",
                noMethods()
                        .that()
                        .areDeclaredInClassesThat(featureRoot())
                        .should()
                        .haveNameMatching("set[A-Z].*")
                        .because("states change by moves that have a name"));
        rules.put(
                "use cases answer with values",
                methods()
                        .that()
                        .areDeclaredInClassesThat(featureRoot().and(annotatedWith(Service.class)))
                        .and()
                        .arePublic()
                        .should(notAnswerYesOrNo())
                        .because("a refusal says why, and cannot be overlooked"));
        rules.put(
                "the domain is plain Java",
                noClasses()
                        .that(domain())
                        .should()
                        .dependOnClassesThat(technical())
                        .because("rules are read and tested without Spring, Mongo and Kafka"));
        return rules;
    }

    Map<String, ArchRule> forTests() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "the suffix of a test tells its cost",
                classes()
                        .that(haveTests())
                        .should(haveTheSuffixOfTheirCost())
                        .because("one sees at the name which tests take milliseconds"));
        rules.put(
                "names of tests are sentences",
                methods()
                        .that()
                        .areAnnotatedWith(Test.class)
                        .should()
                        .haveNameMatching(SENTENCE.pattern())
                        .because("the list of tests is read as what the service does"));
        rules.put(
                "domain tests use no mocks",
                noClasses()
                        .that(featureRoot())
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.mockito..")
                        .because("a fake of our own interface shows what the domain needs")
                        .allowEmptyShould(true));
        rules.putAll(forAllCode());
        return rules;
    }

    /** Rules that hold in main code and in tests. */
    static Map<String, ArchRule> forAllCode() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "nobody sleeps",
                noClasses()
                        .should()
                        .callMethod(Thread.class, "sleep", long.class)
                        .orShould()
                        .callMethod(Thread.class, "sleep", Duration.class)
                        .orShould()
                        .callMethod(Thread.class, "sleep", long.class, int.class)
                        .because("what is waited for is awaited, with a deadline"));
        rules.put(
                "every package is null-marked",
                classes()
                        .should(beInANullMarkedPackage())
                        .because("without the mark the compiler checks nothing"));
        rules.put(
                "nobody prints",
                GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because(
                        "logs have a level and a municipality"));
        rules.put(
                "exceptions say what happened",
                GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because(
                        "a generic exception can only be caught with everything else"));
        return rules;
    }

    /** Functions that take messages must be tested with the same message twice. */
    static ArchCondition<JavaMethod> haveATestThatDeliversTwice(Set<JavaMethod> tests) {
        return new ArchCondition<>("have a test …WhenDeliveredTwice in their package") {
            @Override
            public void check(JavaMethod function, ConditionEvents events) {
                String home = function.getOwner().getPackageName();
                boolean tested =
                        tests.stream()
                                .filter(test -> test.getOwner().getPackageName().equals(home))
                                .anyMatch(test -> test.getName().endsWith("WhenDeliveredTwice"));
                if (!tested) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    function,
                                    function.getFullName()
                                            + " has no test …WhenDeliveredTwice in "
                                            + home));
                }
            }
        };
    }

    /** The beans that take messages. */
    static DescribedPredicate<JavaMethod> messageFunction() {
        return DescribedPredicate.describe(
                "functions that take messages",
                method ->
                        method.isAnnotatedWith(Bean.class)
                                && method.getRawReturnType().isEquivalentTo(Consumer.class));
    }

    private DescribedPredicate<JavaClass> featureRoot() {
        Pattern root = Pattern.compile(Pattern.quote(base) + "\\.[a-z0-9]+");
        return DescribedPredicate.describe(
                "feature roots", type -> root.matcher(type.getPackageName()).matches());
    }

    private DescribedPredicate<JavaClass> domain() {
        return featureRoot()
                .and(
                        DescribedPredicate.describe(
                                "with rules",
                                type -> !storedAndShown.contains(type.getPackageName())));
    }

    private static DescribedPredicate<JavaClass> technical() {
        return resideInAnyPackage(
                        "com.mongodb..",
                        "org.bson..",
                        "org.apache.kafka..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..",
                        "jakarta.servlet..",
                        "fi.kumppani.contracts..")
                .or(
                        resideInAPackage("org.springframework..")
                                .and(
                                        DescribedPredicate.not(
                                                DescribedPredicate.describe(
                                                        "@Service",
                                                        type ->
                                                                type.isEquivalentTo(
                                                                        Service.class)))));
    }

    private static DescribedPredicate<JavaClass> configuration() {
        return annotatedWith(Configuration.class);
    }

    private static DescribedPredicate<JavaClass> annotatedWith(
            Class<? extends Annotation> annotation) {
        return DescribedPredicate.describe(
                "@" + annotation.getSimpleName(),
                type -> type.isAnnotatedWith(annotation) || type.isMetaAnnotatedWith(annotation));
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheMachine() {
        return DescribedPredicate.describe(
                "asks the machine for time, ids or chance",
                access -> {
                    JavaClass owner = access.getTargetOwner();
                    String name = access.getTarget().getName();
                    boolean noArguments = access.getTarget().getFullName().endsWith("()");
                    return (owner.getPackageName().equals("java.time")
                                    && name.equals("now")
                                    && noArguments)
                            || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
                            || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                            || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                            || (owner.isEquivalentTo(ThreadLocalRandom.class)
                                    && name.equals("current"))
                            || (owner.isEquivalentTo(System.class)
                                    && name.equals("currentTimeMillis"));
                });
    }

    private static DescribedPredicate<JavaAccess<?>> target(Class<?> type) {
        return DescribedPredicate.describe(
                type.getSimpleName(), access -> access.getTargetOwner().isEquivalentTo(type));
    }

    private static DescribedPredicate<JavaClass> haveTests() {
        return DescribedPredicate.describe(
                "have tests",
                type ->
                        !type.getModifiers().contains(JavaModifier.ABSTRACT)
                                && type.getMethods().stream()
                                        .anyMatch(method -> method.isAnnotatedWith(Test.class)));
    }

    private ArchCondition<JavaClass> notSitInALayer() {
        return new ArchCondition<>("sit in a package without a layer's name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String inside = type.getPackageName().substring(base.length());
                if (Arrays.stream(inside.split("\\.")).anyMatch(LAYER_WORDS::contains)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getName() + " sits in a layer"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> notHaveEmptyWords() {
        return new ArchCondition<>("have a name that says something") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (EMPTY_WORDS.matcher(type.getSimpleName()).matches()) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getName() + " has an empty name"));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> notAnswerYesOrNo() {
        return new ArchCondition<>("not answer yes or no") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                JavaClass answer = method.getRawReturnType();
                if (answer.isEquivalentTo(boolean.class) || answer.isEquivalentTo(Boolean.class)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    method, method.getFullName() + " answers yes or no"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!isNullMarked(type.getPackageName())) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " is not @NullMarked"));
                }
            }
        };
    }

    /** By reflection, because main code and tests of a package share one package-info. */
    private static boolean isNullMarked(String packageName) {
        try {
            return Class.forName(packageName + ".package-info")
                    .isAnnotationPresent(NullMarked.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static ArchCondition<JavaClass> haveTheSuffixOfTheirCost() {
        return new ArchCondition<>("end in IntegrationTests when Spring starts, else in Tests") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String name = type.getSimpleName();
                boolean starts =
                        type.isAnnotatedWith(SpringBootTest.class)
                                || type.isMetaAnnotatedWith(SpringBootTest.class);
                boolean saysSo =
                        name.endsWith("IntegrationTests")
                                || name.endsWith("ContractTests")
                                || name.endsWith("JourneyTests");
                if (!name.endsWith("Tests") || (starts && !saysSo)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getName() + " hides what it costs"));
                }
            }
        };
    }
}
