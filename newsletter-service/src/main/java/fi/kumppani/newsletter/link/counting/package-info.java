/** Brings counts to the store. */
@NullMarked
package fi.kumppani.newsletter.link.counting;

import org.jspecify.annotations.NullMarked;
