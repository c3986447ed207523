package fi.kumppani.portal.person;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Pages on which somebody writes at length: what they send to the page's own address while their
 * login is over, or a service is away, is kept by {@link KeptForms}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WritesForms {}
