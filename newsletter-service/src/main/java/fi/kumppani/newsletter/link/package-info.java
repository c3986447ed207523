/** Counting how often the links in letters are opened, where a municipality wants that. */
@NullMarked
package fi.kumppani.newsletter.link;

import org.jspecify.annotations.NullMarked;
