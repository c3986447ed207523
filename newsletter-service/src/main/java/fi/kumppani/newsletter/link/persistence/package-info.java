/** Keeps counts, and since when links are counted. */
@NullMarked
package fi.kumppani.newsletter.link.persistence;

import org.jspecify.annotations.NullMarked;
