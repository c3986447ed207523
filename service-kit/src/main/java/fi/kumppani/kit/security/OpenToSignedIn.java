package fi.kumppani.kit.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Anybody with a valid token may call this, whatever the roles.
 *
 * <p>On paths with a municipality the token must carry it (404 without), unless the handler says
 * that it checks a mandate instead.
 */
@Access
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToSignedIn {

    /**
     * Whether the handler itself checks, against a mandate, that the caller may act in the
     * municipality of the path.
     */
    boolean byMandate() default false;
}
