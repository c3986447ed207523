/** Speaks SMTP, with Resilience4j around it. */
@NullMarked
package fi.kumppani.newsletter.dispatch.smtp;

import org.jspecify.annotations.NullMarked;
