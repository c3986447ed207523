package fi.kumppani.kit.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds how often one network address (an IPv4 address or an IPv6 /64) may call this handler;
 * beyond that 429 with {@code Retry-After}.
 *
 * <p>A whole school may stand behind one address, so allow a class of thirty within a minute. Each
 * instance of a service counts by itself and forgets at a restart: this keeps floods out, it is no
 * quota.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimited {

    /** How many calls a minute are allowed for good. */
    int perMinute() default 30;

    /** How many calls may come at once after a quiet time. */
    int burst() default 60;
}
