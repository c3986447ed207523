/** A mail server that does what a test tells it. */
@NullMarked
package fi.kumppani.newsletter.smtp;

import org.jspecify.annotations.NullMarked;
