package fi.kumppani.kit.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Those may call this who have one of the roles, and the municipality of the path.
 *
 * <p>Nobody known: 401. Another municipality: 404. None of the roles: 403. On paths without a
 * municipality the roles alone decide.
 */
@Access
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToRoles {

    /** One of these is enough. */
    Role[] value();
}
