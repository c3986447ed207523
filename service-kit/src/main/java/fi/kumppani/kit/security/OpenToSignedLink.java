package fi.kumppani.kit.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whoever holds a link that we signed may call this: the handler itself must verify the token with
 * {@link LinkSigner} before it reads or changes anything, and answer 404 when it is not valid.
 */
@Access
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToSignedLink {}
