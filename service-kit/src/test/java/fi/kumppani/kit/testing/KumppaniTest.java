package fi.kumppani.kit.testing;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A Spring Boot test with a broker and a store: one of each for the whole run, with a database and
 * consumer groups of its own for each context, which hears only what is sent after its start.
 *
 * <p>{@code KUMPPANI_TEST_ENGINES} says which: {@code embedded} (the default), {@code containers},
 * or {@code external} at {@code KUMPPANI_MONGODB_URI} and {@code KUMPPANI_KAFKA}.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@ContextConfiguration(initializers = EnginesInitializer.class)
@Import(TestingConfiguration.class)
public @interface KumppaniTest {

    /** The configuration to start; found by looking for the service's main class when absent. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
    Class<?>[] classes() default {};

    /** More settings, {@code name=value}. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};

    /** Whether there is a web server. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "webEnvironment")
    WebEnvironment webEnvironment() default WebEnvironment.MOCK;
}
