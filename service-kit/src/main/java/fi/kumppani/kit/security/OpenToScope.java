package fi.kumppani.kit.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Those may call this whose token carries the scope; for other services and integrations.
 *
 * <p>On paths with a municipality the token must carry that too (404 without).
 */
@Access
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToScope {

    /** The scope, for example {@code contacts:read}. */
    String value();
}
