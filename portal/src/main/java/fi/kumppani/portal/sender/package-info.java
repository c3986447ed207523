/** Whom a municipality's letters come from, and what its domain is to publish for that. */
@NullMarked
package fi.kumppani.portal.sender;

import org.jspecify.annotations.NullMarked;
