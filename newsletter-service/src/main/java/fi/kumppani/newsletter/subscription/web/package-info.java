/** Lists to choose from, and the ways to join and to leave. */
@NullMarked
package fi.kumppani.newsletter.subscription.web;

import org.jspecify.annotations.NullMarked;
