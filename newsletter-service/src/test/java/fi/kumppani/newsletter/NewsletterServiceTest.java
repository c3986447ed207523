package fi.kumppani.newsletter;

import fi.kumppani.kit.testing.KumppaniTest;

import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A test of the whole service with its engines, a mail server and whoever knows recipients; all of
 * them share one, whose clock they can put forward.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KumppaniTest(
        classes = NewsletterServiceApplication.class,
        properties = {
            "kumppani.newsletter.address-key=YWRkcmVzcy1rZXktb2YtdGhlLXRlc3RzLW9ubHkhISE=",
            "kumppani.security.rate-limit-scale=1000",
            "kumppani.sending.first-retry=200ms",
            "kumppani.contacts.open-for=1s"
        })
@AutoConfigureMockMvc
@Import({Api.class, Surroundings.class})
public @interface NewsletterServiceTest {}
