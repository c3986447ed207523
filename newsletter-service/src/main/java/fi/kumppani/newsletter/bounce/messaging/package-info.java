/** What is told of letters that came back. */
@NullMarked
package fi.kumppani.newsletter.bounce.messaging;

import org.jspecify.annotations.NullMarked;
