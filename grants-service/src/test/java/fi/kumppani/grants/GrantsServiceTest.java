package fi.kumppani.grants;

import fi.kumppani.kit.testing.KumppaniTest;

import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the whole service with its engines; all of them share one. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KumppaniTest(classes = GrantsServiceApplication.class)
@AutoConfigureMockMvc
@Import({Api.class, StatedRates.class})
public @interface GrantsServiceTest {}
