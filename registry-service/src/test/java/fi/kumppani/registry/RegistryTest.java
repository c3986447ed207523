package fi.kumppani.registry;

import fi.kumppani.kit.testing.KumppaniTest;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test of the whole service with a real server, broker and store; all of them share one, so each
 * works in municipalities of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KumppaniTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Caller.class)
public @interface RegistryTest {}
